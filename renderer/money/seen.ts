import { type Cents, parseEuros } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { dayFromText } from '../ui/controls/typed-day.ts';
import { type SaidDifference, differenceOf } from '../ui/difference.ts';

/** Money that was expected, as the bank or the structure showed it in the end; null as long as it has not. */
export type SeenMoney = { readonly on: Day; readonly cents: Cents; readonly by: string } | null;

export type SeenState = { readonly kind: 'waiting' } | SaidDifference;

export const seenState = (expectedCents: Cents, seen: SeenMoney): SeenState =>
  seen ? differenceOf(seen.cents - expectedCents) : { kind: 'waiting' };

export type SeenEntry =
  | { readonly kind: 'bad-day' | 'future-day' | 'no-amount' }
  | {
      readonly kind: 'ready';
      readonly on: Day;
      readonly cents: Cents;
      readonly difference: SaidDifference;
    };

/** What is typed from a statement or a payment; a day that has not come cannot be on one. */
export function seenEntry(
  typed: { readonly day: string; readonly amount: string },
  expectedCents: Cents,
  today: Day,
): SeenEntry {
  const on = dayFromText(typed.day);
  if (on === null) return { kind: 'bad-day' };
  if (on > today) return { kind: 'future-day' };
  const cents = parseEuros(typed.amount);
  if (!cents) return { kind: 'no-amount' };
  return { kind: 'ready', on, cents, difference: differenceOf(cents - expectedCents) };
}
