import { type Cents, cents } from '#domain/money.ts';

export interface SaidDifference {
  readonly kind: 'same' | 'more' | 'less';
  /** Without its sign: the words carry it. */
  readonly cents: Cents;
}

/** What was found less what was expected, as one says it: exact, so much too much, so much missing. */
export function differenceOf(difference: number): SaidDifference {
  const kind = difference === 0 ? 'same' : difference > 0 ? 'more' : 'less';
  return { kind, cents: cents(Math.abs(difference)) };
}
