import type { SaleId, TicketNumber, TillId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { ByTender } from '#domain/tender.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { type ApprovalRefusal, amount, approval, lineId, personId, saleId } from './form/fields.ts';
import { tender } from './sale.ts';
import type { TicketView, NotFound } from './ticket.ts';
import type { NoSession } from './session.ts';

/** Another till of the point took the money: there it is put right. */
export type OtherTill = { readonly kind: 'other-till'; readonly till: TillId };
export const correctionReasons = ['wrong-tender', 'wrong-person', 'wrong-referral'] as const;

/** Why a line was charged too much. */
export const priceReasons = ['wrong-price-list', 'wrong-product', 'promise-kept'] as const;

const byManagerLater = z.object({ approval: approval.nullable() });

export const correctionCalls = {
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
      readonly refundByKind: ByTender;
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
} as const;
