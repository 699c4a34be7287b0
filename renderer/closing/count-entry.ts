import type { Input } from '#contract/ipc.ts';
import {
  type CashCount,
  type Cents,
  type Denomination,
  cents,
  denominations,
  parseEuros,
} from '#domain/money.ts';
import { type CountTexts, countFrom, emptyBoxes, filledWithZeros } from '../ui/controls/cash-count.ts';

/** What is typed of a count, as it is typed: '' is not counted. */
export interface TypedCount {
  readonly texts: CountTexts;
  readonly cardText: string;
  readonly creditText: string;
}

/** Which of the two papers there are to look at today. */
export interface Asked {
  readonly card: boolean;
  readonly credits: boolean;
}

export interface EmptyEntries {
  readonly boxes: readonly Denomination[];
  readonly card: boolean;
  readonly credits: boolean;
}

export const isAmountText = (text: string): boolean => /^\d{0,6}([.,]\d{0,2})?$/.test(text);
export const isCreditText = (text: string): boolean => /^\d{0,3}$/.test(text);

/** The count as the application takes it; what was not asked, and what is empty, is null. */
export function countedFrom(typed: TypedCount, asked: Asked): Input<'checkCount'> {
  return {
    cash: countFrom(typed.texts),
    cardCents: asked.card ? parseEuros(typed.cardText) : null,
    creditCount: asked.credits && typed.creditText !== '' ? Number(typed.creditText) : null,
  };
}

export function emptyEntries(typed: TypedCount, asked: Asked): EmptyEntries | null {
  const boxes = emptyBoxes(typed.texts);
  const card = asked.card && typed.cardText === '';
  const credits = asked.credits && typed.creditText === '';
  return boxes.length > 0 || card || credits ? { boxes, card, credits } : null;
}

/** Once somebody said that there is nothing where nothing was typed. */
export function withNothingLeftEmpty(typed: TypedCount, asked: Asked): TypedCount {
  return {
    texts: filledWithZeros(typed.texts),
    cardText: asked.card && typed.cardText === '' ? '0' : typed.cardText,
    creditText: asked.credits && typed.creditText === '' ? '0' : typed.creditText,
  };
}

/**
 * What to leave in the drawer for tomorrow's change: the smallest coins and notes first, as near to `wantedCents`
 * as what was counted allows, never above it.
 */
export function proposedFloat(count: CashCount, wantedCents: Cents): CashCount {
  let rest: number = wantedCents;
  const left = new Map<Denomination, number>();
  for (const one of denominations.toReversed()) {
    const taken = Math.min(count[one] ?? 0, Math.floor(rest / one));
    left.set(one, taken);
    rest -= taken * one;
  }
  return Object.fromEntries(left);
}

export const textsOf = (count: CashCount): CountTexts =>
  Object.fromEntries(denominations.map((one) => [one, String(count[one] ?? 0)]));

/** The first denomination of which more is left than was counted. */
export function leftAboveCount(floatLeft: CashCount, counted: CashCount): Denomination | null {
  return denominations.find((one) => (floatLeft[one] ?? 0) > (counted[one] ?? 0)) ?? null;
}

/** The notes and coins that go into the envelope. */
export function takingsOf(
  counted: CashCount,
  floatLeft: CashCount,
): readonly { readonly piece: Cents; readonly pieces: number }[] {
  return denominations.flatMap((one) => {
    const pieces = (counted[one] ?? 0) - (floatLeft[one] ?? 0);
    return pieces > 0 ? [{ piece: cents(one), pieces }] : [];
  });
}
