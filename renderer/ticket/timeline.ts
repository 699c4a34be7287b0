import { type TicketView, copyReasons } from '#contract/ticket.ts';
import { correctionReasons } from '#contract/correction.ts';
import type { SaleId, TicketNumber } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { Instant } from '#domain/time.ts';

type Corrected = TicketView['corrections'][number];

/** One thing that happened to a ticket after it was paid. */
export type TicketEvent = { readonly at: Instant; readonly by: string } & (
  | { readonly kind: 'copy'; readonly copy: number; readonly reason: string }
  | { readonly kind: 'correction'; readonly reason: string; readonly change: Corrected['change'] }
  | {
      readonly kind: 'return' | 'price';
      readonly saleId: SaleId;
      readonly number: TicketNumber;
      readonly totalCents: Cents;
    }
);

/** All that happened since, oldest first. */
export function timelineOf(
  ticket: Pick<TicketView, 'corrections' | 'returns' | 'copies'>,
): readonly TicketEvent[] {
  const events: TicketEvent[] = [
    ...ticket.copies.map((one): TicketEvent => ({ kind: 'copy', ...one })),
    ...ticket.corrections.map((one): TicketEvent => ({ kind: 'correction', ...one })),
    ...ticket.returns.map((one): TicketEvent => ({ kind: one.ofPrice ? 'price' : 'return', ...one })),
  ];
  return events.toSorted((one, other) => one.at.localeCompare(other.at));
}

export const copyReasonIn = (reason: string): (typeof copyReasons)[number] | null =>
  copyReasons.find((one) => one === reason) ?? null;

export const correctionReasonIn = (reason: string): (typeof correctionReasons)[number] | null =>
  correctionReasons.find((one) => one === reason) ?? null;
