import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cashCountTotal,
  cents,
  changeParts,
  denominations,
  euros,
  parseEuros,
  roundHalfDown,
  sumCents,
} from '#domain/money.ts';

const amount = fc.integer({ min: 0, max: 999_999_999 });
const space = '\u202f';

describe('an amount', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('is never %s', (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  });

  test('has one zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  test('of nothing is zero', () => {
    expect(sumCents([])).toBe(0);
  });

  test('refuses a sum that is no longer exact', () => {
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });

  test.each([
    [0, `0,00${space}€`],
    [5, `0,05${space}€`],
    [1234, `12,34${space}€`],
    [-5, `−0,05${space}€`],
    [-123_456, `−1${space}234,56${space}€`],
    [100_000_000, `1${space}000${space}000,00${space}€`],
  ])('of %d cents reads %s', (value, text) => {
    expect(euros(cents(value))).toBe(text);
  });

  test.each([
    ['12', 1200],
    ['12,', 1200],
    ['12,5', 1250],
    ['12.50', 1250],
    ['0,05', 5],
    ['1 234,00 €', 123_400],
    ['0', 0],
    [' 7 ', 700],
    ['', null],
    [',5', null],
    ['12,345', null],
    ['12,5,0', null],
    ['-5', null],
    ['1e3', null],
    ['douze', null],
    ['12345678', null],
  ])('typed as "%s" is %s', (text, value) => {
    expect(parseEuros(text)).toBe(value);
  });

  test('is read back from what is shown', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseEuros(euros(cents(value)))).toBe(value);
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    [1470, 1, 50, 1450],
    [1475, 1, 50, 1450],
    [1476, 1, 50, 1500],
    [1500, 1, 50, 1500],
    [25, 10, 1, 2],
    [26, 10, 1, 3],
    [0, 100, 100, 0],
  ])('of %d / %d to %d goes to the nearest, halves down: %d', (numerator, denominator, step, rounded) => {
    expect(roundHalfDown(numerator, denominator, step)).toBe(rounded);
  });

  test('gives a multiple of the step, never further than half a step, half itself going down', () => {
    const step = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 100 }), step, (numerator, denominator, size) => {
        const rounded = roundHalfDown(numerator, denominator, size);
        const twiceOff = 2 * (rounded * denominator - numerator);
        expect(rounded % size).toBe(0);
        expect(twiceOff).toBeLessThan(denominator * size);
        expect(twiceOff).toBeGreaterThanOrEqual(-denominator * size);
      }),
    );
  });
});

describe('cash', () => {
  test('counted by denomination adds up', () => {
    expect(cashCountTotal({ 5000: 1, 1000: 5, 200: 3, 5: 1, 1: 4 })).toBe(10_609);
  });

  test('that was not counted adds nothing', () => {
    expect(cashCountTotal({})).toBe(0);
  });

  test('change of 88,88 € is made of the fewest pieces', () => {
    expect(changeParts(cents(8888))).toEqual([5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]);
  });

  test('change of nothing is nothing', () => {
    expect(changeParts(cents(0))).toEqual([]);
  });

  test('change adds up, holds no note above 50 €, and stands largest first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (value) => {
        const parts = changeParts(cents(value));
        expect(sumCents(parts)).toBe(value);
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
        expect(parts.every((part) => part <= 5000 && denominations.includes(part))).toBe(true);
      }),
    );
  });
});
