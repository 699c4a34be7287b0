import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { type Cents, cents } from '#domain/money.ts';
import {
  type Tender,
  type TenderKind,
  isFarAbove,
  refundSplit,
  settle,
  tenderKinds,
} from '#domain/tender.ts';

const cash = (value: number): Tender => ({ kind: 'cash', cents: cents(value) });
const card = (value: number): Tender => ({ kind: 'bankCard', cents: cents(value), reference: null });
const credit = (value: number, commitment = 'ENG-2026-118'): Tender => ({
  kind: 'structureCredit',
  cents: cents(value),
  prescriberId: brandAs<PrescriberId>('P001'),
  commitment,
});
const byKind = (inCash: number, onCard: number, onCredit: number): Record<TenderKind, Cents> => ({
  cash: cents(inCash),
  bankCard: cents(onCard),
  structureCredit: cents(onCredit),
});
const sum = (of: Readonly<Record<TenderKind, number>>): number =>
  tenderKinds.reduce((total, kind) => total + of[kind], 0);

describe('a settlement', () => {
  test.each<[string, Tender[], number, Record<TenderKind, Cents>]>([
    ['exact cash', [cash(1200)], 0, byKind(1200, 0, 0)],
    ['a note with change', [cash(2000)], 800, byKind(1200, 0, 0)],
    ['several notes', [cash(1000), cash(500)], 300, byKind(1200, 0, 0)],
    ['a card', [card(1200)], 0, byKind(0, 1200, 0)],
    ['a structure', [credit(1200)], 0, byKind(0, 0, 1200)],
    ['all three, change being cash', [credit(500), card(300), cash(1000)], 600, byKind(400, 300, 500)],
    ['a card for all, and a note that goes back whole', [card(1200), cash(500)], 500, byKind(0, 1200, 0)],
    ['two cards', [card(700), card(500)], 0, byKind(0, 1200, 0)],
  ])('of 12 € by %s', (_, tenders, changeCents, netByKind) => {
    expect(settle(cents(1200), tenders)).toEqual({ ok: true, value: { tenders, changeCents, netByKind } });
  });

  test('of nothing takes no tender', () => {
    expect(settle(cents(0), [])).toEqual({
      ok: true,
      value: { tenders: [], changeCents: 0, netByKind: byKind(0, 0, 0) },
    });
    expect(settle(cents(0), [cash(500)])).toEqual({ ok: false, refusal: { kind: 'nothing-to-pay' } });
  });

  test('leaves out tenders of nothing, and of less', () => {
    expect(settle(cents(500), [cash(500), card(0), cash(-500)])).toEqual({
      ok: true,
      value: { tenders: [cash(500)], changeCents: 0, netByKind: byKind(500, 0, 0) },
    });
  });

  test.each<[string, number, Tender[], object]>([
    ['nothing tendered', 1200, [], { kind: 'not-enough-tendered', missingCents: 1200 }],
    ['a cent short', 1200, [card(200), cash(999)], { kind: 'not-enough-tendered', missingCents: 1 }],
    ['a card above the total', 1200, [card(1201)], { kind: 'too-much-without-cash', excessCents: 1 }],
    [
      'card and structure above the total',
      1200,
      [card(700), credit(600), cash(100)],
      { kind: 'too-much-without-cash', excessCents: 100 },
    ],
    ['a structure without a commitment', 1200, [credit(1200, '  ')], { kind: 'commitment-needed' }],
  ])('is refused for %s', (_, total, tenders, refusal) => {
    expect(settle(cents(total), tenders)).toEqual({ ok: false, refusal });
  });

  test('adds up to the total for any mix, and only cash gives change', () => {
    const amounts = fc.array(fc.nat(5000), { maxLength: 3 });
    const mix = fc.record({
      total: fc.integer({ min: 1, max: 10_000 }),
      notes: amounts,
      cards: amounts,
      credits: amounts,
    });
    fc.assert(
      fc.property(mix, ({ total, notes, cards, credits }) => {
        const tenders = [...notes.map(cash), ...cards.map(card), ...credits.map((value) => credit(value))];
        const [handed, other] = [notes, [...cards, ...credits]].map((list) =>
          list.reduce((all, one) => all + one, 0),
        ) as [number, number];
        const answer = settle(cents(total), tenders);
        expect(answer.ok).toBe(other <= total && handed + other >= total);
        if (!answer.ok) return;
        const { netByKind, changeCents } = answer.value;
        expect(sum(netByKind)).toBe(total);
        expect(changeCents).toBe(handed + other - total);
        expect(changeCents).toBeLessThanOrEqual(handed);
        expect(Object.values(netByKind).every((net) => net >= 0)).toBe(true);
        expect(netByKind.cash).toBe(handed - changeCents);
      }),
    );
  });
});

describe('a refund', () => {
  test.each<[number, Record<TenderKind, Cents>, Record<TenderKind, Cents>, Record<TenderKind, Cents>]>([
    [500, byKind(1000, 0, 0), byKind(0, 0, 0), byKind(500, 0, 0)],
    [500, byKind(400, 300, 500), byKind(0, 0, 0), byKind(0, 300, 200)],
    [1200, byKind(400, 300, 500), byKind(0, 0, 0), byKind(400, 300, 500)],
    [500, byKind(400, 300, 500), byKind(0, 300, 0), byKind(0, 0, 500)],
    [400, byKind(400, 300, 500), byKind(0, 300, 500), byKind(400, 0, 0)],
    [0, byKind(400, 300, 500), byKind(0, 0, 0), byKind(0, 0, 0)],
    [600, byKind(0, 1000, 0), byKind(400, 0, 0), byKind(0, 600, 0)],
  ])('of %d, paid %o and given back %o, goes back as %o: cash last', (refund, paid, already, split) => {
    expect(refundSplit(cents(refund), paid, already)).toEqual(split);
  });

  test('never exceeds what was paid', () => {
    expect(() => refundSplit(cents(501), byKind(500, 0, 0), byKind(0, 0, 0))).toThrow(RangeError);
    expect(() => refundSplit(cents(1), byKind(500, 0, 0), byKind(500, 0, 0))).toThrow(RangeError);
  });

  test('after refund gives back on each tender what it paid, and cash only when nothing else is left', () => {
    const paid = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).map((all) => byKind(...all));
    fc.assert(
      fc.property(paid, fc.array(fc.nat(4000), { maxLength: 6 }), (net, parts) => {
        let given = byKind(0, 0, 0);
        const add = (refund: number): void => {
          const split = refundSplit(cents(refund), net, given);
          expect(sum(split)).toBe(refund);
          given = byKind(
            given.cash + split.cash,
            given.bankCard + split.bankCard,
            given.structureCredit + split.structureCredit,
          );
          expect(tenderKinds.every((kind) => split[kind] >= 0 && given[kind] <= net[kind])).toBe(true);
          if (split.cash > 0)
            expect([given.bankCard, given.structureCredit]).toEqual([net.bankCard, net.structureCredit]);
        };
        for (const part of parts) add(Math.min(part, sum(net) - sum(given)));
        add(sum(net) - sum(given));
        expect(given).toEqual(net);
      }),
    );
  });
});

test.each([
  // Due, cash given, asked about.
  [500, 200_000, true],
  [500, 50_000, true],
  [500, 20_000, false],
  [4_800, 10_000, false],
  [4_800, 12_000, false],
  [4_800, 15_000, true],
  [500, 5_500, false],
  [500, 6_000, true],
  [500, 5_000, false],
  [100, 10_000_000, true],
  [0, 0, false],
])('%i cents due and %i given in cash: asked about is %s', (due, given, asked) => {
  const settled = settle(cents(due), given === 0 ? [] : [cash(given)]);
  expect(settled.ok && isFarAbove(cents(due), settled.value)).toBe(asked);
});
