import type { SaleId, TicketNumber } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { ReturnRefusal } from '#domain/returns.ts';
import type { ByTender } from '#domain/tender.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { type ApprovalRefusal, approval, lineId, neededText, saleId, shortText, sku } from './form/fields.ts';
import type { NotFound } from './ticket.ts';
import type { NoSession } from './session.ts';

export const returnCalls = {
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
      readonly refundByKind: ByTender;
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
} as const;
