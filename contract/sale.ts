import type { SaleId, TicketNumber, UnitKey } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { TenderRefusal } from '#domain/tender.ts';
import type { Instant } from '#domain/time.ts';
import { z } from 'zod';
import type { BasketRefusal, BasketView } from './basket.ts';
import { call, type } from './form/call.ts';
import { amount, prescriberId, saleId, signedText, unitKey } from './form/fields.ts';

const none = z.object({});

export interface FinishedSale {
  readonly saleId: SaleId;
  readonly number: TicketNumber;
  readonly totalCents: Cents;
  readonly savingCents: Cents;
  readonly changeCents: Cents;
  readonly at: Instant;
  readonly printed: boolean;
  /** Cards whose hand-over asks for a step with the person (identity seen). */
  readonly identitySteps: readonly {
    readonly unitKey: UnitKey;
    readonly text: string;
    readonly carrier: string;
    readonly done: boolean;
    readonly handOverWaits: boolean;
  }[];
}

export type FinishRefusal =
  | BasketRefusal
  | TenderRefusal
  | { readonly kind: 'lines-refused'; readonly count: number }
  | { readonly kind: 'basket-empty' }
  | { readonly kind: 'sale-already-finished'; readonly number: TicketNumber }
  | { readonly kind: 'total-changed'; readonly totalCents: Cents }
  | { readonly kind: 'basket-unknown' }
  /** So much cash for so little is asked about before it is taken. */
  | { readonly kind: 'cash-far-above'; readonly givenCents: Cents; readonly changeCents: Cents };

export const tender = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cash'), cents: amount }),
  z.object({ kind: z.literal('bankCard'), cents: amount, reference: signedText.nullable() }),
  z.object({ kind: z.literal('structureCredit'), cents: amount, prescriberId, commitment: signedText }),
]);

export const saleCalls = {
  startPayment: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ saleId }),
    output: type<BasketView>(),
    refusals: type<FinishRefusal>(),
  }),
  /** Keeps what was tendered so far, so that a reload or a crash in the middle loses nothing. */
  setTenders: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ saleId, tenders: z.array(tender).max(6), cardPending: amount.nullable() }),
    output: type<BasketView>(),
    refusals: type<FinishRefusal>(),
  }),
  cancelPayment: call({
    role: 'trainee',
    evenWhile: ['training'],
    answersWith: 'basket',
    input: z.object({ saleId }),
    output: type<BasketView>(),
    refusals: type<BasketRefusal | { kind: 'card-was-charged'; readonly cents: Cents }>(),
  }),
  finishSale: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      saleId,
      tenders: z.array(tender).max(6),
      expectedTotalCents: amount,
      /** The operator said that this much cash was really given. */
      cashChecked: z.boolean().optional(),
    }),
    output: type<FinishedSale>(),
    refusals: type<FinishRefusal>(),
  }),
  /**
   * The last sale of the session, or the oldest whose card still waits for its identity step; `left` once the next person
   * was called. What it says outlives a reload and a crash.
   */
  lastSale: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['basket'],
    input: none,
    output: type<{ readonly sale: FinishedSale; readonly left: boolean } | null>(),
    refusals: type<never>(),
  }),
  nextPerson: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ saleId }),
    output: type<null>(),
    refusals: type<never>(),
  }),
  recordIdentitySeen: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ saleId, unitKey, how: z.enum(['seen', 'passed-on']) }),
    output: type<FinishedSale>(),
    refusals: type<{ kind: 'sale-unknown' }>(),
  }),
} as const;
