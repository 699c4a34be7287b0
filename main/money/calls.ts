import type { UseCases } from '../deps.ts';
import { creditDeposit } from './credit-deposit.ts';
import { makeDeposit } from './make-deposit.ts';
import { makeStatement } from './make-statement.ts';
import { moneyState } from './money-state.ts';
import { settleStatement } from './settle-statement.ts';
import { statement } from './statement.ts';

export const moneyCalls = {
  creditDeposit,
  makeDeposit,
  makeStatement,
  moneyState,
  settleStatement,
  statement,
} satisfies UseCases;
