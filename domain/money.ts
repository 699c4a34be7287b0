import type { Brand } from './ids.ts';

/** Whole cents of euro. May be negative (returns). */
export type Cents = Brand<number, 'Cents'>;

/** @throws RangeError when the number is not a whole, safe count of cents: that is a bug, never an input error. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export const sumCents = (values: Iterable<number>): Cents => {
  let total = 0;
  for (const value of values) total += value;
  return cents(total);
};

/** Nearest multiple of `stepCents`, halves going down, so that a rounding never costs the person more. */
export function roundHalfDown(numerator: number, denominator: number, stepCents: number): Cents {
  const scaled = denominator * stepCents;
  const whole = Math.floor(numerator / scaled);
  const rest = numerator - whole * scaled;
  return cents((whole + (rest * 2 > scaled ? 1 : 0)) * stepCents);
}

/** `1234` → `12,34 €`, French typography with a narrow no-break space. */
export function euros(amount: Cents): string {
  const sign = amount < 0 ? '−' : '';
  const absolute = Math.abs(amount);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${sign}${whole},${String(absolute % 100).padStart(2, '0')}\u202f€`;
}

/** Reads `12`, `12,5`, `12.50`, `1 234,00 €`; null when it is not an amount or has more than two decimals. */
export function parseEuros(text: string): Cents | null {
  const match = /^(\d{1,7})(?:[.,](\d{1,2})?)?$/.exec(text.replace(/[\s€\u202f\u00a0]/g, ''));
  if (!match) return null;
  return cents(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}

/** Euro notes and coins in cents, largest first. */
export const denominations = [
  20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
] as const;

export type Denomination = (typeof denominations)[number];

/** How many of each note or coin; a missing key was not counted, which is not the same as zero. */
export type CashCount = { readonly [D in Denomination]?: number };

export const cashCountTotal = (count: CashCount): Cents =>
  sumCents(denominations.map((denomination) => denomination * (count[denomination] ?? 0)));

/** The fewest notes and coins that make `amount`, largest first; notes above 50 € are never given as change. */
export function changeParts(amount: Cents): Denomination[] {
  const parts: Denomination[] = [];
  let rest: number = amount;
  for (const denomination of denominations) {
    if (denomination > 5_000) continue;
    while (rest >= denomination) {
      parts.push(denomination);
      rest -= denomination;
    }
  }
  return parts;
}
