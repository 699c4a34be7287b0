import type { CorrectionPayload, SaleLine } from '#domain/sale.ts';
import type { PersonId, SaleId, TicketNumber, TillId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { ReturnRefusal } from '#domain/returns.ts';
import type { Tender, TenderKind } from '#domain/tender.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { TicketDocument } from '#domain/ticket.ts';
import { z } from 'zod';
import { tender } from './basket.ts';
import { call, type } from './call.ts';
import type { PdfView } from './sheet.ts';
import {
  type ApprovalRefusal,
  amount,
  approval,
  lineId,
  neededText,
  personId,
  saleId,
  shortText,
  sku,
} from './fields.ts';

export interface TicketSummary {
  readonly saleId: SaleId;
  readonly number: TicketNumber;
  readonly kind: 'sale' | 'return';
  readonly at: Instant;
  readonly businessDay: Day;
  readonly operator: string;
  readonly totalCents: Cents;
  readonly labels: readonly string[];
  readonly tenderKinds: readonly TenderKind[];
}

export interface TicketView extends TicketSummary {
  readonly lines: readonly (SaleLine & {
    readonly returned: number;
    readonly mayReturn: 'never' | 'unopened' | 'faulty' | 'unopened-or-faulty';
    readonly returnAs: 'exchange' | 'refund' | 'exchange-or-refund';
  })[];
  readonly savingCents: Cents;
  readonly tenders: readonly Tender[];
  /** Per kind now, corrections included. */
  readonly netByKind: Readonly<Record<TenderKind, Cents>>;
  readonly changeCents: Cents;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  /** Later prints, oldest first. */
  readonly copies: readonly {
    readonly copy: number;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  }[];
  readonly returns: readonly {
    readonly saleId: SaleId;
    readonly number: TicketNumber;
    readonly totalCents: Cents;
    readonly at: Instant;
    readonly by: string;
    /** It only put a price right. */
    readonly ofPrice: boolean;
  }[];
  readonly corrections: readonly {
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
    readonly change: CorrectionPayload['change'];
  }[];
  readonly inOpenSession: boolean;
  readonly document: TicketDocument;
}

export const correctionReasons = ['wrong-tender', 'wrong-person', 'wrong-referral'] as const;
/** Why a line was charged too much. */
export const priceReasons = ['wrong-price-list', 'wrong-product', 'promise-kept'] as const;
export const copyReasons = ['asked', 'paper-jam', 'guarantee'] as const;
export const drawerReasons = ['change', 'check', 'bank', 'envelope', 'expense', 'other'] as const;

export interface XReport {
  readonly document: TicketDocument;
}

type NotFound = { readonly kind: 'sale-unknown' };
/** Another till of the point took the money: there it is put right. */
export type OtherTill = { readonly kind: 'other-till'; readonly till: TillId };
type NoSession =
  | { readonly kind: 'no-session' }
  | { readonly kind: 'session-stale'; readonly businessDay: Day };

const byManagerLater = z.object({ approval: approval.nullable() });

export const saleCalls = {
  tickets: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['tickets'],
    input: z.object({ text: z.string().trim().max(60), personId: personId.nullable() }),
    output: type<readonly TicketSummary[]>(),
    refusals: type<never>(),
  }),
  ticket: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['tickets'],
    input: z.object({ saleId }),
    output: type<TicketView>(),
    refusals: type<NotFound>(),
  }),
  reprintTicket: call({
    role: 'seller',
    evenWhile: ['training'],
    /** `pdf` is not printed here: it is a copy all the same. */
    input: z.object({
      saleId,
      reason: z.enum(copyReasons),
      to: z.enum(['printer', 'pdf']),
    }),
    output: type<{
      readonly copy: number;
      readonly document: TicketDocument;
      readonly pdf: PdfView | null;
    }>(),
    refusals: type<NotFound>(),
  }),
  returnLines: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({
      saleId,
      returnId: saleId,
      lines: z
        .array(
          z.object({
            lineId,
            quantity: z.number().int().min(1).max(99),
            condition: z.enum(['unopened', 'faulty']),
            as: z.enum(['exchange', 'refund']),
            /** The unit given in exchange, as scanned. */
            newUnit: shortText.nullable(),
          }),
        )
        .min(1)
        .max(50),
      override: z.object({ approval, reason: neededText }).nullable(),
    }),
    output: type<{
      readonly saleId: SaleId;
      readonly number: TicketNumber;
      readonly refundByKind: Readonly<Record<TenderKind, Cents>>;
    }>(),
    refusals: type<
      | NotFound
      | NoSession
      | ReturnRefusal
      | ApprovalRefusal
      | { kind: 'exchange-unit-needed' }
      | { kind: 'exchange-unit-refused'; readonly text: string }
      | { kind: 'sale-already-finished'; readonly number: TicketNumber }
    >(),
  }),
  /** Something comes back without its ticket: a manager's exception, in cash, at today's price. */
  returnWithoutTicket: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({
      returnId: saleId,
      sku,
      quantity: z.number().int().min(1).max(99),
      /** The unit that comes back, as scanned; needed for what is followed one by one. */
      unit: shortText.nullable(),
      condition: z.enum(['unopened', 'faulty']),
      reason: neededText,
      approval,
    }),
    output: type<{
      readonly saleId: SaleId;
      readonly number: TicketNumber;
      readonly refundCents: Cents;
    }>(),
    refusals: type<
      | NoSession
      | ApprovalRefusal
      | { kind: 'product-unknown'; readonly text: string }
      | { kind: 'unit-needed-back'; readonly label: string }
      /** It stands in our own stock: there is nothing to give back. */
      | { kind: 'unit-never-sold'; readonly text: string }
      /** It was sold here: its ticket is known, the return is made from it. */
      | { kind: 'ticket-is-known'; readonly saleId: SaleId; readonly number: TicketNumber }
      | { kind: 'no-price-today'; readonly label: string }
      | { kind: 'sale-already-finished'; readonly number: TicketNumber }
    >(),
  }),
  /** Too much was asked for a line: a record that takes it back and sells it again at the right price. */
  correctPrice: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({
      saleId,
      correctionId: saleId,
      lineId,
      unitPriceCents: amount,
      reason: z.enum(priceReasons),
      approval,
    }),
    output: type<{
      readonly saleId: SaleId;
      readonly number: TicketNumber;
      readonly refundByKind: Readonly<Record<TenderKind, Cents>>;
    }>(),
    refusals: type<
      | NotFound
      | NoSession
      | ApprovalRefusal
      | { kind: 'return-line-unknown' }
      | { kind: 'return-too-many'; readonly left: number }
      | { kind: 'price-not-lower'; readonly unitPriceCents: Cents }
      | OtherTill
      | { kind: 'sale-already-finished'; readonly number: TicketNumber }
    >(),
  }),
  correctTender: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ saleId, tenders: z.array(tender).min(1).max(6), ...byManagerLater.shape }),
    output: type<TicketView>(),
    refusals: type<
      | NotFound
      | NoSession
      | ApprovalRefusal
      | { kind: 'tenders-do-not-match'; readonly totalCents: Cents }
      | { kind: 'commitment-needed' }
      | { kind: 'nothing-changes' }
      | OtherTill
    >(),
  }),
  correctPerson: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ saleId, personId, ...byManagerLater.shape }),
    output: type<TicketView>(),
    refusals: type<
      NotFound | NoSession | ApprovalRefusal | { kind: 'person-unknown' } | { kind: 'nothing-changes' }
    >(),
  }),
  correctReferral: call({
    role: 'seller',
    evenWhile: ['training'],
    input: z.object({ entitlementId: z.uuid(), ...byManagerLater.shape }),
    output: type<null>(),
    refusals: type<
      NoSession | ApprovalRefusal | { kind: 'entitlement-unknown' } | { kind: 'entitlement-used' }
    >(),
  }),
  moveCash: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      /** Made once by the page: the same movement asked twice moves money once. */
      moveId: z.uuid(),
      kind: z.enum(['pay-in', 'drop']),
      cents: amount,
      reason: z.enum(drawerReasons),
      envelope: shortText.nullable(),
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
} as const;
