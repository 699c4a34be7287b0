import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CashCount, cashCountTotal, denominations } from '#domain/money.ts';
import { isAmountText, isCreditText, textsOf } from '#renderer/closing/count-entry.ts';
import { quantityIn } from '#renderer/stock/quantity.ts';
import {
  boxTotal,
  coins,
  coinsInRoll,
  countFrom,
  emptyBoxes,
  filledWithZeros,
  isPieceText,
  notes,
  withRoll,
} from '#renderer/ui/controls/cash-count.ts';

const accepted = (rule: (text: string) => boolean, ...texts: readonly string[]): readonly boolean[] =>
  texts.map(rule);

describe('a box of the count', () => {
  it('is a note from 5 € on, a coin below, and nothing twice', () => {
    expect(notes).toEqual([20_000, 10_000, 5_000, 2_000, 1_000, 500]);
    expect(coins).toEqual([200, 100, 50, 20, 10, 5, 2, 1]);
    expect([...notes, ...coins]).toEqual([...denominations]);
  });

  it('takes up to four digits and nothing else', () => {
    expect(accepted(isPieceText, '', '0', '9999', '10000', '1,5', '-1', ' 1', 'a', '١')).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is worth its pieces; empty it is worth nothing', () => {
    expect([boxTotal(200, '3'), boxTotal(20_000, '9999'), boxTotal(1, ''), boxTotal(5, '0')]).toEqual([
      600, 199_980_000, 0, 0,
    ]);
  });

  it('that was left empty is not counted; said to be none, it is zero', () => {
    const typed = { 500: '3', 200: '', 100: '0' };
    expect(countFrom(typed)).toEqual({ 500: 3, 100: 0 });
    expect(emptyBoxes(typed)).toEqual(denominations.filter((one) => one !== 500 && one !== 100));
    const filled = countFrom(filledWithZeros(typed));
    expect(Object.keys(filled)).toHaveLength(denominations.length);
    expect(cashCountTotal(filled)).toBe(cashCountTotal(countFrom(typed)));
    expect(filled).toMatchObject({ 500: 3, 200: 0, 100: 0 });
  });
});

describe('a roll', () => {
  it('is what the Banque de France puts in one, for every coin and no note', () => {
    expect(Object.fromEntries(coins.map((one) => [one, withRoll({}, one)[one]]))).toEqual({
      200: '25',
      100: '25',
      50: '40',
      20: '40',
      10: '40',
      5: '50',
      2: '50',
      1: '50',
    });
    expect(notes.filter((one) => coinsInRoll[one] !== undefined)).toEqual([]);
  });

  it('is added to what is there, of its coin alone, and never past what a box holds', () => {
    expect(withRoll({ 200: '3', 100: '1' }, 200)).toEqual({ 200: '28', 100: '1' });
    expect(withRoll({ 200: '9974' }, 200)).toEqual({ 200: '9999' });
    expect(withRoll({ 200: '9975' }, 200)).toEqual({ 200: '9999' });
  });

  it('on a box that was emptied again begins at none', () => {
    expect(withRoll({ 50: '' }, 50)).toEqual({ 50: '40' });
  });
});

it('a count that is written into the boxes reads back the same, none included', () => {
  const counts = fc.record(
    Object.fromEntries(denominations.map((one) => [one, fc.integer({ min: 0, max: 9_999 })])),
  );
  fc.assert(
    fc.property(counts, (count) => {
      expect(countFrom(textsOf(count as CashCount))).toEqual(count);
    }),
  );
  expect(textsOf({ 500: 3 })).toEqual(
    Object.fromEntries(denominations.map((one) => [one, one === 500 ? '3' : '0'])),
  );
});

describe('the papers of a closing', () => {
  it('a total takes six digits and two decimals, comma or dot', () => {
    expect(
      accepted(isAmountText, '', '12', '123456', '1234567', '12,', '12.50', '12,505', ',5', '1,2,3', '-1'),
    ).toEqual([true, true, true, false, true, true, false, true, false, false]);
  });

  it('a number of undertakings takes three digits', () => {
    expect(accepted(isCreditText, '', '0', '999', '1000', '1,5', 'x')).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

it('a quantity is one to five digits; empty is none said', () => {
  expect(['', '0', '007', '99999', '100000', '1,5', '-1', ' 1', '1e3'].map(quantityIn)).toEqual([
    null,
    0,
    7,
    99_999,
    null,
    null,
    null,
    null,
    null,
  ]);
});
