import type { PrescriberId, TicketNumber } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { amount, dayField, signedText, prescriberId } from './form/fields.ts';

/** Money that left a drawer and is not at the bank yet: takings of a closing, or a withdrawal during the day. */
export interface EnvelopeView {
  /** `Z 12` or the id of the withdrawal. */
  readonly id: string;
  readonly from: 'closing' | 'drop';
  readonly businessDay: Day;
  readonly at: Instant;
  readonly cents: Cents;
  /** What is written on it. */
  readonly label: string | null;
  readonly by: string;
}

export interface DepositView {
  readonly depositId: string;
  readonly at: Instant;
  readonly by: string;
  readonly cents: Cents;
  /** Number of the deposit slip or of the bag. */
  readonly slip: string;
  readonly envelopes: readonly EnvelopeView[];
  /** Seen on the bank's statement, and how much. */
  readonly credited: { readonly on: Day; readonly cents: Cents; readonly by: string } | null;
}

/** One undertaking of a structure, net of returns and corrections. */
export interface CreditView {
  readonly number: TicketNumber;
  readonly businessDay: Day;
  readonly commitment: string;
  readonly cents: Cents;
}

export interface StructureCredits {
  readonly prescriberId: PrescriberId;
  readonly name: string;
  /** Not yet on a statement, oldest first. */
  readonly open: readonly CreditView[];
  readonly openCents: Cents;
  /** On statements that are not settled. */
  readonly claimedCents: Cents;
}

export interface StatementView {
  readonly statementId: string;
  readonly number: number;
  readonly prescriberId: PrescriberId;
  readonly name: string;
  readonly madeAt: Instant;
  readonly by: string;
  readonly credits: readonly CreditView[];
  readonly totalCents: Cents;
  readonly settled: { readonly on: Day; readonly cents: Cents; readonly by: string } | null;
}

export interface MoneyState {
  /** In the safe, oldest first. */
  readonly envelopes: readonly EnvelopeView[];
  readonly envelopesCents: Cents;
  /** Newest first. */
  readonly deposits: readonly DepositView[];
  readonly structures: readonly StructureCredits[];
  /** Newest first. */
  readonly statements: readonly StatementView[];
}

export const moneyCalls = {
  moneyState: call({
    role: 'manager',
    evenWhile: ['training'],
    askedAgainOn: ['money'],
    input: z.object({}),
    output: type<MoneyState>(),
    refusals: type<never>(),
  }),
  makeDeposit: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({
      /** Made once by the page: the same deposit asked twice is one. */
      depositId: z.uuid(),
      envelopes: z.array(z.string().max(64)).min(1).max(200),
      slip: signedText.min(1),
    }),
    output: type<MoneyState>(),
    refusals: type<{ kind: 'envelope-unknown' } | { kind: 'envelope-deposited' }>(),
  }),
  creditDeposit: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ depositId: z.uuid(), on: dayField, cents: amount }),
    output: type<MoneyState>(),
    refusals: type<
      | { kind: 'deposit-unknown' }
      | { kind: 'deposit-credited' }
      | { kind: 'day-in-future' }
      | { kind: 'day-before-deposit'; readonly depositedOn: Day }
    >(),
  }),
  makeStatement: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ statementId: z.uuid(), prescriberId }),
    output: type<{ readonly statement: StatementView; readonly document: TicketDocument }>(),
    refusals: type<{ kind: 'nothing-to-claim' }>(),
  }),
  /** The paper of a statement again, to look at or to print. */
  statement: call({
    role: 'manager',
    evenWhile: ['training'],
    askedAgainOn: ['money'],
    input: z.object({ statementId: z.uuid(), print: z.boolean() }),
    output: type<{ readonly statement: StatementView; readonly document: TicketDocument }>(),
    refusals: type<{ kind: 'statement-unknown' }>(),
  }),
  settleStatement: call({
    role: 'manager',
    evenWhile: ['training'],
    input: z.object({ statementId: z.uuid(), on: dayField, cents: amount }),
    output: type<MoneyState>(),
    refusals: type<
      { kind: 'statement-unknown' } | { kind: 'statement-settled' } | { kind: 'day-in-future' }
    >(),
  }),
} as const;
