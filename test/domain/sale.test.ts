import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '#domain/money.ts';
import { vatTotals } from '#domain/sale.ts';

const line = (
  vatCode: string,
  totalCents: number,
): { vatCode: string; totalCents: ReturnType<typeof cents> } => ({
  vatCode,
  totalCents: cents(totalCents),
});
const rates = { NORMAL: 2000, REDUCED: 550 };

describe('VAT of a sale', () => {
  test('is counted per code, out of prices that include it', () => {
    const lines = [line('REDUCED', 1055), line('NORMAL', 1200), line('NORMAL', 600)];
    expect(vatTotals(lines, rates)).toEqual([
      { code: 'NORMAL', rateBasisPoints: 2000, grossCents: 1800, netCents: 1500, taxCents: 300 },
      { code: 'REDUCED', rateBasisPoints: 550, grossCents: 1055, netCents: 1000, taxCents: 55 },
    ]);
  });

  test('is nothing at an exempt site', () => {
    expect(vatTotals([line('EXEMPT', 1450)], {})).toEqual([
      { code: 'EXEMPT', rateBasisPoints: 0, grossCents: 1450, netCents: 1450, taxCents: 0 },
    ]);
  });

  test('of no line is none', () => {
    expect(vatTotals([], rates)).toEqual([]);
  });

  const lines = fc.array(
    fc.record({
      code: fc.constantFrom('NORMAL', 'REDUCED', 'EXEMPT'),
      total: fc.integer({ min: 0, max: 9999 }),
    }),
    { maxLength: 6 },
  );

  test('makes with what stands without it the whole price', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const totals = vatTotals(
          list.map((one) => line(one.code, one.total)),
          rates,
        );
        for (const one of totals) {
          expect(one.netCents + one.taxCents).toBe(one.grossCents);
          expect(one.taxCents).toBeGreaterThanOrEqual(0);
          expect(
            Math.abs(one.netCents * (10_000 + one.rateBasisPoints) - one.grossCents * 10_000),
          ).toBeLessThanOrEqual((10_000 + one.rateBasisPoints) / 2);
        }
        expect(totals.reduce((sum, one) => sum + one.grossCents, 0)).toBe(
          list.reduce((sum, one) => sum + one.total, 0),
        );
      }),
    );
  });

  test('is taken back whole by the return of everything', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const of = (sign: number): ReturnType<typeof vatTotals> =>
          vatTotals(
            list.map((one) => line(one.code, sign * one.total)),
            rates,
          );
        const back = of(-1).map((one) => ({
          ...one,
          grossCents: cents(-one.grossCents),
          netCents: cents(-one.netCents),
          taxCents: cents(-one.taxCents),
        }));
        expect(back).toEqual(of(1));
      }),
      { numRuns: 500 },
    );
  });
});
