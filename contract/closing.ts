import type { Difference, PeriodTotals } from '#domain/closing.ts';
import { differenceReasons } from '#domain/closing.ts';
import type { SaleId, SessionId, TicketNumber } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import { type TenderKind, byTender, type ByTender } from '#domain/tender.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import type { HeldBasket } from './basket.ts';
import { call, type } from './form/call.ts';
import { copyReasons } from './ticket.ts';
import { type ApprovalRefusal, amount, approval, cashCount, signedText } from './form/fields.ts';

/** What is known before the count: nothing that would tell the answer. */
export interface ClosingState {
  readonly sessionId: SessionId;
  readonly businessDay: Day;
  readonly held: readonly HeldBasket[];
  readonly basketInProgress: boolean;
  readonly creditCount: number;
  readonly hasCardSales: boolean;
}

/** What the count is compared with, once it was given. */
export interface ClosingCheck {
  readonly differences: readonly Difference[];
  readonly totals: PeriodTotals;
  readonly managerNeeded: boolean;
  /** What could make the difference, most likely first. */
  readonly clues: readonly ClosingClue[];
  readonly hours: readonly {
    readonly hour: number;
    readonly byTender: ByTender;
  }[];
}

export type ClosingClue =
  | {
      readonly kind: 'sale-of-that-amount';
      readonly saleId: SaleId;
      readonly number: TicketNumber;
      readonly tender: TenderKind;
      readonly cents: Cents;
    }
  | {
      readonly kind: 'card-without-reference';
      readonly saleId: SaleId;
      readonly number: TicketNumber;
      readonly cents: Cents;
    }
  | { readonly kind: 'return'; readonly saleId: SaleId; readonly number: TicketNumber; readonly cents: Cents }
  | { readonly kind: 'drawer-opened'; readonly at: Instant; readonly reason: string };

/** A past closing as lists show it: a session's Z, a day, a month or a year. */
export interface ClosingView {
  readonly seq: number;
  readonly type: 'session' | 'day' | 'month' | 'year';
  /** `Z 12`, the day, `2026-11` or `2026`. */
  readonly label: string;
  readonly businessDay: Day;
  readonly at: Instant;
  readonly sales: number;
  readonly totalCents: Cents;
  readonly byTender: ByTender;
  /** Of a session: counted less expected. */
  readonly differenceCents: Cents | null;
  readonly perpetualCents: Cents;
}

export interface ClosedDay {
  readonly number: number;
  readonly businessDay: Day;
  readonly totals: PeriodTotals;
  readonly differences: readonly Difference[];
  readonly batchNo: number;
  readonly batchFile: string;
  readonly document: TicketDocument;
}

const counted = z.object({
  cash: cashCount,
  cardCents: amount.nullable(),
  creditCount: z.number().int().min(0).nullable(),
});
type NoSession = { readonly kind: 'no-session' };

export const closingCalls = {
  closingState: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['desk', 'basket'],
    input: z.object({}),
    output: type<ClosingState>(),
    refusals: type<NoSession>(),
  }),
  checkCount: call({
    role: 'seller',
    evenWhile: ['training'],
    input: counted,
    output: type<ClosingCheck>(),
    refusals: type<NoSession | { kind: 'count-empty' }>(),
  }),
  closeSession: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({
      ...counted.shape,
      reasons: z.object(byTender(() => z.enum(differenceReasons).nullable())),
      floatLeft: cashCount,
      envelope: signedText.nullable(),
      held: z.enum(['keep', 'abandon']),
      approval: approval.nullable(),
    }),
    output: type<ClosedDay>(),
    refusals: type<
      | NoSession
      | ApprovalRefusal
      | { kind: 'count-empty' }
      | { kind: 'reason-needed'; readonly tender: TenderKind }
      | { kind: 'float-above-count'; readonly countedCents: Cents }
      | { kind: 'payment-in-progress' }
    >(),
  }),
  closings: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['desk', 'money'],
    input: z.object({}),
    output: type<readonly ClosingView[]>(),
    refusals: type<never>(),
  }),
  /** The paper of a past closing, on screen; printed it is a DUPLICATA. */
  closing: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['money'],
    input: z.object({ seq: z.number().int().min(1) }),
    output: type<{ readonly document: TicketDocument; readonly copies: number }>(),
    refusals: type<{ kind: 'closing-unknown' }>(),
  }),
  reprintClosing: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ seq: z.number().int().min(1), reason: z.enum(copyReasons) }),
    output: type<{ readonly document: TicketDocument; readonly copies: number }>(),
    refusals: type<{ kind: 'closing-unknown' }>(),
  }),
} as const;
