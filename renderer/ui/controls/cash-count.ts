import { type CashCount, type Cents, type Denomination, cents, denominations } from '#domain/money.ts';

/** What is typed in each box; '' is not counted, which is not zero. */
export type CountTexts = Readonly<Partial<Record<Denomination, string>>>;

export const notes: readonly Denomination[] = denominations.filter((one) => one >= 500);
export const coins: readonly Denomination[] = denominations.filter((one) => one < 500);

/** Coins in a roll of the Banque de France, per denomination in cents. */
export const coinsInRoll: Readonly<Partial<Record<Denomination, number>>> = {
  200: 25,
  100: 25,
  50: 40,
  20: 40,
  10: 40,
  5: 50,
  2: 50,
  1: 50,
};

export const isPieceText = (text: string): boolean => /^\d{0,4}$/.test(text);

export function countFrom(texts: CountTexts): CashCount {
  const counted = denominations.flatMap((one) => {
    const text = texts[one] ?? '';
    return text === '' ? [] : [[one, Number(text)] as const];
  });
  return Object.fromEntries(counted);
}

export const emptyBoxes = (texts: CountTexts): readonly Denomination[] =>
  denominations.filter((one) => (texts[one] ?? '') === '');

export function filledWithZeros(texts: CountTexts): CountTexts {
  return Object.fromEntries(denominations.map((one) => [one, (texts[one] ?? '') === '' ? '0' : texts[one]]));
}

/** Adds one roll to what is typed. */
export const withRoll = (texts: CountTexts, one: Denomination): CountTexts => ({
  ...texts,
  [one]: String(Math.min(9_999, Number(texts[one] ?? '0') + (coinsInRoll[one] ?? 0))),
});

export const boxTotal = (one: Denomination, text: string): Cents =>
  cents(one * Number(text === '' ? 0 : text));
