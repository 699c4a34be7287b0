import { type CashCount, cashCountTotal, cents, denominations } from '#domain/money.ts';
import {
  countedFrom,
  emptyEntries,
  leftAboveCount,
  proposedFloat,
  takingsOf,
  withNothingLeftEmpty,
} from '#renderer/closing/count-entry.ts';
import { dayBars } from '#renderer/closing/day-bars.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const both = { card: true, credits: true };
const counts = fc
  .array(fc.integer({ min: 0, max: 60 }), {
    minLength: denominations.length,
    maxLength: denominations.length,
  })
  .map((pieces) => Object.fromEntries(denominations.map((one, index) => [one, pieces[index]])) as CashCount);

describe('the count of a closing', () => {
  it('keeps empty apart from zero', () => {
    const typed = { texts: { 500: '3', 200: '0' }, cardText: '', creditText: '' };
    expect(countedFrom(typed, both)).toEqual({
      cash: { 500: 3, 200: 0 },
      cardCents: null,
      creditCount: null,
    });
  });

  it('does not give a paper that is not asked for', () => {
    const typed = { texts: { 500: '3' }, cardText: '12,50', creditText: '2' };
    expect(countedFrom(typed, { card: false, credits: false })).toEqual({
      cash: { 500: 3 },
      cardCents: null,
      creditCount: null,
    });
  });

  it('asks once about everything left empty, then takes it for zero', () => {
    const typed = { texts: { 500: '3' }, cardText: '', creditText: '1' };
    const empty = emptyEntries(typed, both);
    expect(empty?.boxes).toHaveLength(denominations.length - 1);
    expect(empty?.card).toBe(true);
    expect(empty?.credits).toBe(false);
    const filled = withNothingLeftEmpty(typed, both);
    expect(emptyEntries(filled, both)).toBeNull();
    expect(countedFrom(filled, both)).toMatchObject({ cardCents: 0, creditCount: 1 });
  });
});

describe('the float left for tomorrow', () => {
  it('is proposed from the smallest pieces, up to what there was this morning', () => {
    expect(proposedFloat({ 2_000: 3, 500: 2, 200: 5, 50: 1 }, cents(2_100))).toMatchObject({
      50: 1,
      200: 5,
      500: 2,
      2_000: 0,
    });
  });

  it('never goes above what was wanted, nor above what was counted', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 60_000 }), (count, wanted) => {
        const proposal = proposedFloat(count, cents(wanted));
        expect(leftAboveCount(proposal, count)).toBeNull();
        expect(cashCountTotal(proposal)).toBeLessThanOrEqual(wanted);
      }),
    );
  });

  it('and the envelope together are what was counted', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const proposal = proposedFloat(count, cents(10_000));
        const envelope = takingsOf(count, proposal).reduce((sum, one) => sum + one.piece * one.pieces, 0);
        expect(envelope + cashCountTotal(proposal)).toBe(cashCountTotal(count));
      }),
    );
  });

  it('names the piece of which more is left than was counted', () => {
    expect(leftAboveCount({ 500: 3 }, { 500: 2 })).toBe(500);
    expect(leftAboveCount({ 200: 1 }, {})).toBe(200);
  });
});

describe('the bars of the day', () => {
  const by = (cash: number, bankCard = 0) => ({
    cash: cents(cash),
    bankCard: cents(bankCard),
    structureCredit: cents(0),
  });

  it('shows a quiet hour between two others', () => {
    const bars = dayBars(
      [
        { hour: 9, byTender: by(500) },
        { hour: 11, byTender: by(1_000, 1_000) },
      ],
      100,
    );
    expect(bars.map((bar) => bar.hour)).toEqual([9, 10, 11]);
    expect(bars[1]?.parts).toEqual([]);
    expect(bars[2]?.parts).toEqual([
      { tender: 'cash', from: 0, height: 50 },
      { tender: 'bankCard', from: 50, height: 50 },
    ]);
  });

  it('draws nothing below zero for an hour of refunds, and says its amount all the same', () => {
    const [bar] = dayBars([{ hour: 9, byTender: by(-500) }], 100);
    expect(bar).toEqual({ hour: 9, parts: [], totalCents: -500 });
  });
});
