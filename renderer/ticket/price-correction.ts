import type { TicketView } from '#contract/ticket.ts';
import type { priceReasons } from '#contract/correction.ts';
import { type Cents, cents, parseEuros } from '#domain/money.ts';
import { type TicketLine, leftOf } from './return-choice.ts';

export type PriceReason = (typeof priceReasons)[number];

/** The lines of which something is still sold and was not free: only those can have cost too much. */
export const pricedLines = (ticket: Pick<TicketView, 'lines'>): readonly TicketLine[] =>
  ticket.lines.filter((line) => leftOf(line) > 0 && line.unitPriceCents > 0);

export type PriceState =
  | { readonly kind: 'line' | 'price' | 'not-lower' | 'reason' }
  | {
      readonly kind: 'ready';
      readonly line: TicketLine;
      readonly unitPriceCents: Cents;
      readonly reason: PriceReason;
      /** What the person gets back for everything of the line that they still have. */
      readonly backCents: Cents;
    };

/** Where the correction stands, in the order in which one fills it in. */
export function priceStateOf(line: TicketLine | null, typed: string, reason: PriceReason | null): PriceState {
  if (!line) return { kind: 'line' };
  const unitPriceCents = parseEuros(typed);
  if (unitPriceCents === null) return { kind: 'price' };
  if (unitPriceCents >= line.unitPriceCents) return { kind: 'not-lower' };
  if (!reason) return { kind: 'reason' };
  const backCents = cents((line.unitPriceCents - unitPriceCents) * leftOf(line));
  return { kind: 'ready', line, unitPriceCents, reason, backCents };
}
