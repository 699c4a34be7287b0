import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReturnRule } from '#domain/catalogue.ts';
import { type LineId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type ReturnRequest, acceptReturn } from '#domain/returns.ts';
import type { SaleLine } from '#domain/sale.ts';
import { catalogue, family, soldLine } from '#test/support/catalogue.ts';

const lineId = brandAs<LineId>('line-1');
const ask = (change: Partial<ReturnRequest> = {}): ReturnRequest => ({
  lineId,
  quantity: 1,
  condition: 'faulty',
  as: 'refund',
  ...change,
});
const lenient: ReturnRule = {
  accepts: 'unopened-or-faulty',
  unitGoesTo: 'available-or-blocked',
  as: 'exchange-or-refund',
};
const under = (returns: ReturnRule, overridden = false): Parameters<typeof acceptReturn>[3] => ({
  family: () => ({ ...family('dongle'), returns }),
  overridden,
});
const three = soldLine({ quantity: 3 });

describe('a return', () => {
  test('gives back what was paid, and the saving with it', () => {
    expect(acceptReturn([three], {}, ask({ quantity: 2 }), under(lenient))).toEqual({
      ok: true,
      value: {
        line: three,
        quantity: -2,
        totalCents: -1000,
        referenceCents: -7000,
        savingCents: -6000,
        unitGoesTo: 'blocked',
        as: 'refund',
      },
    });
  });

  test('names a line of the sale', () => {
    const request = ask({ lineId: brandAs<LineId>('line-9') });
    expect(acceptReturn([three], {}, request, under(lenient))).toEqual({
      ok: false,
      refusal: { kind: 'return-line-unknown' },
    });
  });

  test.each([
    [0, 4, 3],
    [1, 3, 2],
    [3, 1, 0],
    [0, 0, 3],
    [0, -1, 3],
    [0, 1.5, 3],
    [0, Number.NaN, 3],
  ])('of a line of 3 with %d returned refuses %d more', (already, quantity, left) => {
    for (const overridden of [false, true])
      expect(
        acceptReturn([three], { [lineId]: already }, ask({ quantity }), under(lenient, overridden)),
      ).toEqual({ ok: false, refusal: { kind: 'return-too-many', left } });
  });

  test('is itself never returned', () => {
    const back = soldLine({ quantity: -1, returns: { lineId, reason: 'faulty' } });
    expect(acceptReturn([back], {}, ask(), under(lenient))).toEqual({
      ok: false,
      refusal: { kind: 'return-too-many', left: 0 },
    });
  });

  test('of a grant gives nothing back but its market value', () => {
    const grant = soldLine({ unitPriceCents: cents(0) });
    expect(acceptReturn([grant], {}, ask(), under(lenient))).toMatchObject({
      ok: true,
      value: { totalCents: 0, referenceCents: -3500, savingCents: -3500 },
    });
  });
});

const label = three.label;
const never = { kind: 'return-never', label };
const rows = [
  { accepts: 'never', as: 'exchange-or-refund', condition: 'unopened', wanted: 'refund', refusal: never },
  { accepts: 'never', as: 'exchange-or-refund', condition: 'faulty', wanted: 'exchange', refusal: never },
  { accepts: 'unopened', as: 'refund', condition: 'unopened', wanted: 'refund', refusal: null },
  {
    accepts: 'unopened',
    as: 'refund',
    condition: 'faulty',
    wanted: 'refund',
    refusal: { kind: 'return-only-unopened', label },
  },
  {
    accepts: 'unopened',
    as: 'refund',
    condition: 'unopened',
    wanted: 'exchange',
    refusal: { kind: 'return-only-refund', label },
  },
  { accepts: 'faulty', as: 'exchange', condition: 'faulty', wanted: 'exchange', refusal: null },
  {
    accepts: 'faulty',
    as: 'exchange',
    condition: 'unopened',
    wanted: 'exchange',
    refusal: { kind: 'return-only-faulty', label },
  },
  {
    accepts: 'faulty',
    as: 'exchange',
    condition: 'faulty',
    wanted: 'refund',
    refusal: { kind: 'return-only-exchange', label },
  },
  {
    accepts: 'unopened-or-faulty',
    as: 'exchange-or-refund',
    condition: 'unopened',
    wanted: 'exchange',
    refusal: null,
  },
  {
    accepts: 'unopened-or-faulty',
    as: 'exchange-or-refund',
    condition: 'faulty',
    wanted: 'refund',
    refusal: null,
  },
] as const;

describe('a family that accepts', () => {
  test.each(rows)(
    '$accepts for $as, brought $condition for $wanted',
    ({ accepts, as, condition, wanted, refusal }) => {
      const request = ask({ condition, as: wanted });
      const answer = acceptReturn([three], {}, request, under({ accepts, as, unitGoesTo: 'blocked' }));
      expect(answer.ok ? null : answer.refusal).toEqual(refusal);
    },
  );

  test.each(rows)(
    '$accepts for $as gives way to a manager, brought $condition for $wanted',
    ({ accepts, as, condition, wanted }) => {
      const request = ask({ condition, as: wanted });
      const answer = acceptReturn([three], {}, request, under({ accepts, as, unitGoesTo: 'blocked' }, true));
      expect(answer).toMatchObject({ ok: true, value: { quantity: -1, totalCents: -500, as: wanted } });
    },
  );
});

describe('the unit goes', () => {
  test.each([
    ['available', 'unopened', 'available'],
    ['blocked', 'faulty', 'blocked'],
    ['available-or-blocked', 'unopened', 'available'],
    ['available-or-blocked', 'faulty', 'blocked'],
    [undefined, 'faulty', 'returned'],
  ] as const)('where the family says (%s), brought %s: %s', (unitGoesTo, condition, goesTo) => {
    const rule: ReturnRule = { ...lenient, unitGoesTo };
    expect(acceptReturn([three], {}, ask({ condition }), under(rule))).toMatchObject({
      ok: true,
      value: { unitGoesTo: goesTo },
    });
  });

  test.each(catalogue.families.filter((one) => one.returns.accepts !== 'never'))(
    'never back on sale when it is faulty: $id',
    (one) => {
      const answer = acceptReturn([three], {}, ask(), { family: () => one, overridden: true });
      expect(answer.ok && answer.value.unitGoesTo).not.toBe('available');
    },
  );
});

test('partial returns give back together exactly what was paid, and never one more than was bought', () => {
  const sold = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(5000), fc.nat(5000))
    .map(([quantity, price, saving]) =>
      soldLine({ quantity, unitPriceCents: cents(price), unitReferenceCents: cents(price + saving) }),
    );
  const asked = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 });
  const returnAll = (line: SaleLine, quantities: readonly number[]): number[] => {
    let [units, total, reference, saving] = [0, 0, 0, 0];
    for (const quantity of quantities) {
      const answer = acceptReturn([line], { [lineId]: units }, ask({ quantity }), under(lenient));
      expect(answer.ok).toBe(units + quantity <= line.quantity);
      if (!answer.ok) continue;
      units -= answer.value.quantity;
      total -= answer.value.totalCents;
      reference -= answer.value.referenceCents;
      saving -= answer.value.savingCents;
    }
    return [units, total, reference, saving];
  };
  fc.assert(
    fc.property(sold, asked, (line, quantities) => {
      const [units = 0, total = 0, reference = 0, saving = 0] = returnAll(line, quantities);
      expect(units).toBeLessThanOrEqual(line.quantity);
      expect(total + saving).toBe(reference);
      expect(total).toBe(units * line.unitPriceCents);
      const ones = Array.from({ length: line.quantity }, () => 1);
      expect(returnAll(line, [...ones, 1])).toEqual([
        line.quantity,
        line.totalCents,
        line.referenceCents,
        line.savingCents,
      ]);
    }),
  );
});
