import type { PersonId, SaleId, TicketNumber, TillId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { CorrectionPayload, SaleLine } from '#domain/sale.ts';
import type { Tender, TenderKind, ByTender } from '#domain/tender.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';
import { personId, saleId } from './form/fields.ts';
import type { PdfView } from './sheet.ts';

export type NotFound = { readonly kind: 'sale-unknown' };

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
  /** That took the money, and alone can move it. */
  readonly till: TillId;
  readonly lines: readonly (SaleLine & {
    readonly returned: number;
    readonly mayReturn: 'never' | 'unopened' | 'faulty' | 'unopened-or-faulty';
    readonly returnAs: 'exchange' | 'refund' | 'exchange-or-refund';
  })[];
  readonly savingCents: Cents;
  readonly tenders: readonly Tender[];
  /** Per kind now, corrections included. */
  readonly netByKind: ByTender;
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

export const copyReasons = ['asked', 'paper-jam', 'guarantee'] as const;

export const ticketCalls = {
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
  printTicket: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ saleId }),
    output: type<{ readonly document: TicketDocument }>(),
    refusals: type<{ kind: 'sale-unknown' | 'no-printer' }>(),
  }),
} as const;
