import type { SessionId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { type ApprovalRefusal, amount, approval, cashCount, dayField, signedText } from './form/fields.ts';

export type NoSession =
  | { readonly kind: 'no-session' }
  | { readonly kind: 'session-stale'; readonly businessDay: Day };

export const drawerReasons = ['change', 'check', 'bank', 'envelope', 'expense', 'other'] as const;

export interface XReport {
  readonly document: TicketDocument;
}

export interface SessionView {
  readonly id: SessionId;
  readonly number: number;
  readonly businessDay: Day;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly floatCents: Cents;
  /** A session of an earlier business day: it is closed first, before any sale. */
  readonly stale: boolean;
}

export interface OpeningProposal {
  readonly businessDay: Day;
  readonly earliestDay: Day;
  readonly lastBusinessDay: Day | null;
  readonly floatLeftCents: Cents | null;
  /** The date must be confirmed in words: before the last record, or far after it. */
  readonly dayNeedsConfirmation: boolean;
}

export const sessionCalls = {
  moveCash: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      /** Made once by the page: the same movement asked twice moves money once. */
      moveId: z.uuid(),
      kind: z.enum(['pay-in', 'drop']),
      cents: amount,
      reason: z.enum(drawerReasons),
      envelope: signedText.nullable(),
      approval: approval.nullable(),
    }),
    output: type<null>(),
    refusals: type<
      NoSession | ApprovalRefusal | { kind: 'amount-needed' } | { kind: 'more-than-in-drawer' }
    >(),
  }),
  openDrawer: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ reason: z.enum(drawerReasons) }),
    output: type<null>(),
    refusals: type<NoSession | { kind: 'no-printer' }>(),
  }),
  xReport: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ print: z.boolean() }),
    output: type<XReport>(),
    refusals: type<NoSession | { kind: 'no-printer' }>(),
  }),
  openingProposal: call({
    role: 'seller',
    evenWhile: ['training'],
    askedAgainOn: ['desk'],
    input: z.object({}),
    output: type<OpeningProposal>(),
    refusals: type<never>(),
  }),
  openSession: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ businessDay: dayField, count: cashCount, dayConfirmed: z.boolean() }),
    output: type<SessionView & { readonly floatDifferenceCents: Cents | null }>(),
    refusals: type<
      | { kind: 'session-open' }
      | { kind: 'day-in-future' }
      | { kind: 'day-before-last'; readonly lastBusinessDay: Day }
      | { kind: 'day-needs-confirmation'; readonly lastBusinessDay: Day }
    >(),
  }),
  /** "Compter en passant la main": what is in the drawer when somebody else takes it. */
  countHandover: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ cash: cashCount }),
    output: type<{
      readonly countedCents: Cents;
      readonly expectedCents: Cents;
      readonly differenceCents: Cents;
    }>(),
    refusals: type<
      { kind: 'no-session' } | { kind: 'session-stale'; readonly businessDay: Day } | { kind: 'count-empty' }
    >(),
  }),
} as const;
