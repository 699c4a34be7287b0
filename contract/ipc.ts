import type { Result } from '#domain/result.ts';
import { basketCalls } from './basket.ts';
import type { CommonRefusal, InputOf, OutputOf, RefusalOf } from './call.ts';
import { closingCalls } from './closing.ts';
import { deskCalls } from './desk.ts';
import { displayCalls } from './display.ts';
import { exchangeCalls } from './exchange.ts';
import { journalCalls } from './journal.ts';
import { moneyCalls } from './money.ts';
import { personCalls } from './person.ts';
import { printerCalls } from './printer.ts';
import { saleCalls } from './sale.ts';
import { scannerCalls } from './scanner.ts';
import { settingsCalls } from './settings.ts';
import { sheetCalls } from './sheet.ts';
import { stockCalls } from './stock.ts';
import { teamCalls } from './team.ts';
import type { Changed } from './topics.ts';
import { trainingCalls } from './training.ts';

/** Everything the page may ask of the application. One name through every layer. */
export const contract = {
  ...deskCalls,
  ...basketCalls,
  ...personCalls,
  ...saleCalls,
  ...stockCalls,
  ...teamCalls,
  ...closingCalls,
  ...exchangeCalls,
  ...settingsCalls,
  ...printerCalls,
  ...scannerCalls,
  ...sheetCalls,
  ...displayCalls,
  ...journalCalls,
  ...moneyCalls,
  ...trainingCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<N extends CallName> = InputOf<Contract[N]>;
export type Output<N extends CallName> = OutputOf<Contract[N]>;
export type Refusal<N extends CallName> = RefusalOf<Contract[N]>;
export type Answer<N extends CallName> = Result<Output<N>, Refusal<N> | CommonRefusal>;

/** The one door that a shell opens between the page and the application. */
export interface Bridge {
  readonly shell: 'electron' | 'browser';
  readonly invoke: (name: string, input: unknown) => Promise<unknown>;
  readonly onChanged: (listener: (changed: Changed) => void) => () => void;
}
