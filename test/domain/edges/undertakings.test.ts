import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents, sumCents } from '#domain/money.ts';
import {
  type Tender,
  type Undertaking,
  refundSplit,
  settle,
  sharedDue,
  undertakingsOf,
} from '#domain/tender.ts';

const credit = (amount: number, commitment = 'ENG-1', structure = 'P001'): Undertaking => ({
  kind: 'structureCredit',
  cents: cents(amount),
  prescriberId: brandAs<PrescriberId>(structure),
  commitment,
});
const cash = (amount: number): Tender => ({ kind: 'cash', cents: cents(amount) });

test('one undertaking a structure and number, in the order they were entered, summed', () => {
  expect(
    undertakingsOf([
      credit(500, 'B'),
      cash(900),
      credit(200, 'A'),
      credit(300, 'B'),
      credit(100, 'B', 'P002'),
    ]),
  ).toEqual([credit(800, 'B'), credit(200, 'A'), credit(100, 'B', 'P002')]);
  expect(undertakingsOf([cash(900)])).toEqual([]);
});

test.each([
  [0, [0, 0, 0]],
  [300, [300, 0, 0]],
  [500, [500, 0, 0]],
  [700, [500, 200, 0]],
  [1_000, [500, 400, 100]],
  [1_200, [500, 400, 300]],
  [-200, [-200, 0, 0]],
])('%i due on 5, 4 and 3 euros fills the first ones first: %j', (due, parts) => {
  const all = [credit(500, 'A'), credit(400, 'B'), credit(300, 'C')];
  expect(sharedDue(all, cents(due))).toEqual(all.map((one, index) => ({ ...one, cents: parts[index] })));
});

test('shared parts always add up to what is due, the last carrying the rest', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 20_000 }), (given, due) => {
      const shared = sharedDue(
        given.map((one, index) => credit(one, `E${index}`)),
        cents(due),
      );
      expect(sumCents(shared.map((one) => one.cents))).toBe(due);
    }),
  );
  expect(sharedDue([], cents(100))).toEqual([]);
});

test('a sale of nothing keeps no tender and changes nothing', () => {
  expect(settle(cents(0), [])).toEqual({
    ok: true,
    value: { tenders: [], changeCents: 0, netByKind: { cash: 0, bankCard: 0, structureCredit: 0 } },
  });
});

test('more than was paid is never given back, and says so', () => {
  const paid = { cash: cents(500), bankCard: cents(0), structureCredit: cents(0) };
  const none = { cash: cents(0), bankCard: cents(0), structureCredit: cents(0) };
  expect(refundSplit(cents(0), paid, none)).toEqual(none);
  expect(() => refundSplit(cents(501), paid, none)).toThrow('exceed what was paid');
});
