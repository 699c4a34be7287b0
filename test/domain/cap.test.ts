import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Usage, countsFor, leftOf, leftOfAll, periodOf, replacementsLeft } from '#domain/cap.ts';
import type { Cap, CapPeriod, Family } from '#domain/catalogue.ts';
import { type PersonId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Day, addDays, day } from '#domain/time.ts';
import { buyerId, catalogue, family, taken, windowFrom } from '#test/support/catalogue.ts';

const on = day('2026-11-22');
const window = windowFrom('2026-09-15');
const buyer = { personId: buyerId, window };
const other = brandAs<PersonId>('person-2');

const capped = (of: string, cap: Cap): Family => ({ ...family(of), cap });
const left = (of: Family, usage: readonly Usage[], at: Day = on): ReturnType<typeof leftOf> =>
  leftOf(of, usage, buyer, at);

describe('the period of a cap', () => {
  test.each([
    ['calendar-month', '2026-11-01', '2026-11-30', '2026-12-01'],
    ['window', '2026-09-15', '2028-03-14', null],
    ['rolling-1-days', '2026-11-22', '2026-11-22', null],
    ['rolling-30-days', '2026-10-24', '2026-11-22', null],
    ['rolling-365-days', '2025-11-23', '2026-11-22', null],
  ] as const)('%s runs from %s to %s', (per, from, until, renewsOn) => {
    expect(periodOf(per, on, window)).toEqual({ from, until, renewsOn });
  });

  test('by month ends with the month, 29 February included', () => {
    expect(periodOf('calendar-month', day('2028-02-29'), null)).toEqual({
      from: '2028-02-01',
      until: '2028-02-29',
      renewsOn: '2028-03-01',
    });
  });

  test('by window is none without a window', () => {
    expect(periodOf('window', on, null)).toBeNull();
  });
});

describe('what is left', () => {
  test('is everything before anything is taken, in the order of the catalogue', () => {
    expect(leftOfAll(catalogue, [], buyer, on).map((one) => [one.family, one.kind, one.before])).toEqual([
      ['sim', 'units', 1],
      ['topup', 'cents', 3000],
      ['data', 'units', 2],
      ['dongle', 'units', 1],
      ['phone', 'units', 1],
      ['computer', 'units', 1],
      ['tablet', 'units', 1],
    ]);
  });

  test('counts only caps by month for somebody without a window', () => {
    const families = leftOfAll(catalogue, [], { personId: buyerId, window: null }, on).map(
      (one) => one.family,
    );
    expect(families).toEqual(['topup', 'data']);
  });

  test('of a family without a cap is not counted', () => {
    expect(left(family('accessory'), [taken('accessory', '2026-11-20')])).toBeNull();
  });

  test('by market value counts market value', () => {
    const usage = [
      taken('topup', '2026-11-02', { referenceCents: cents(1000) }),
      taken('topup', '2026-11-09', { units: 2, referenceCents: cents(1000) }),
    ];
    expect(left(family('topup'), usage)).toEqual({
      family: 'topup',
      label: 'Recharges',
      kind: 'cents',
      per: 'calendar-month',
      max: 3000,
      before: 1000,
      after: 1000,
      lastTakenOn: '2026-11-09',
      renewsOn: '2026-12-01',
    });
  });

  test.each([
    ['2026-10-31', 2],
    ['2026-11-01', 1],
    ['2026-11-22', 1],
    ['2026-12-01', 2],
  ])('by month: what was taken on %s leaves %d', (taking, before) => {
    expect(left(family('data'), [taken('data', taking)])?.before).toBe(before);
  });

  test.each([
    ['2026-09-14', 1],
    ['2026-09-15', 0],
    ['2026-11-22', 0],
  ])('by window: what was taken on %s leaves %d', (taking, before) => {
    expect(left(family('phone'), [taken('phone', taking)])?.before).toBe(before);
  });

  test('by rolling days comes back on the day that the first one leaves the period', () => {
    const rolling = capped('data', { maxUnits: 2, per: 'rolling-30-days', who: 'person' });
    const usage = [taken('data', '2026-11-01'), taken('data', '2026-11-10')];
    expect(left(rolling, usage)).toMatchObject({
      before: 0,
      renewsOn: '2026-12-01',
      lastTakenOn: '2026-11-10',
    });
    expect(left(rolling, usage, day('2026-11-30'))?.before).toBe(0);
    expect(left(rolling, usage, day('2026-12-01'))).toMatchObject({ before: 1, renewsOn: '2026-12-10' });
  });

  test('is never carried over to the next month', () => {
    expect(left(family('data'), [], day('2026-12-01'))?.before).toBe(2);
  });

  test('never falls below nothing, though more was taken by exception', () => {
    expect(left(family('data'), [taken('data', '2026-11-02', { units: 5 })])?.before).toBe(0);
  });
});

describe('a return', () => {
  const back = (of: string, at: string): Usage => taken(of, at, { units: -1 });

  test('gives back to the period in which the thing was taken', () => {
    const usage = [taken('data', '2026-10-30', { units: 2 }), back('data', '2026-10-30')];
    expect(left(family('data'), usage, day('2026-10-31'))?.before).toBe(1);
    expect(left(family('data'), usage, on)?.before).toBe(2);
  });

  test('leaves nothing taken: no day is named any more', () => {
    const usage = [taken('phone', '2026-10-01'), back('phone', '2026-10-01')];
    expect(left(family('phone'), usage)).toMatchObject({ before: 1, lastTakenOn: null });
  });

  test('moves the day on which a rolling cap renews to what is still had', () => {
    const rolling = capped('data', { maxUnits: 1, per: 'rolling-30-days', who: 'person' });
    const usage = [taken('data', '2026-11-01'), back('data', '2026-11-01'), taken('data', '2026-11-10')];
    expect(left(rolling, usage)).toMatchObject({ before: 0, renewsOn: '2026-12-10' });
  });
});

describe('whose usage counts', () => {
  const personal: Cap = { maxUnits: 1, per: 'window', who: 'person' };
  const counted: Cap = { ...personal, householdLines: 'counted' };
  const shared: Cap = { maxUnits: 1, per: 'window', who: 'household' };
  test.each([
    ['own', personal, taken('phone', '2026-11-01'), true],
    ['own for the household', personal, taken('phone', '2026-11-01', { forHousehold: true }), false],
    ['own SIM for the household', counted, taken('sim', '2026-11-01', { forHousehold: true }), true],
    ['own top-up for the household', counted, taken('topup', '2026-11-01', { forHousehold: true }), true],
    ['of another', personal, taken('phone', '2026-11-01', { personId: other }), false],
    ['SIM of another', counted, taken('sim', '2026-11-01', { personId: other, forHousehold: true }), false],
    ['own', shared, taken('computer', '2026-11-01'), true],
    ['own for the household', shared, taken('computer', '2026-11-01', { forHousehold: true }), true],
    ['of another of the household', shared, taken('computer', '2026-11-01', { personId: other }), true],
  ])('%s under a cap per %o', (_, cap, usage, counts) => {
    expect(countsFor(cap, usage, buyerId)).toBe(counts);
  });

  test('a computer taken by another of the household leaves none', () => {
    expect(left(family('computer'), [taken('computer', '2026-11-01', { personId: other })])?.before).toBe(0);
  });
});

describe('replacements', () => {
  const lost = (at: string, change: Partial<Usage> = {}): Usage =>
    taken('sim', at, { replacement: 'lost', ...change });

  test('stand apart from the cap', () => {
    const usage = [taken('sim', '2026-10-01'), lost('2026-11-01')];
    expect(left(family('sim'), usage)?.before).toBe(0);
    expect(left(family('sim'), [lost('2026-11-01')])?.before).toBe(1);
    expect(replacementsLeft(family('sim'), usage, buyer, on)).toEqual({ left: 0, renewsOn: '2027-11-01' });
  });

  test.each([
    ['2025-11-22', 1, null],
    ['2025-11-23', 0, '2026-11-23'],
  ])('roll over a year: one of %s leaves %d', (at, count, renewsOn) => {
    expect(replacementsLeft(family('sim'), [lost(at)], buyer, on)).toEqual({ left: count, renewsOn });
  });

  test('are none where the family has none', () => {
    expect(replacementsLeft(family('phone'), [], buyer, on)).toEqual({ left: 0, renewsOn: null });
  });

  test('that were returned are possible again', () => {
    const usage = [lost('2026-11-01'), lost('2026-11-01', { units: -1 })];
    expect(replacementsLeft(family('sim'), usage, buyer, on)).toEqual({ left: 1, renewsOn: null });
  });
});

test('what is left stays between nothing and the maximum, and the order of usage does not change it', () => {
  const periods: CapPeriod[] = ['calendar-month', 'window', 'rolling-30-days'];
  const takings = fc.array(
    fc.record({
      after: fc.integer({ min: -100, max: 100 }),
      units: fc.integer({ min: 1, max: 3 }),
      forHousehold: fc.boolean(),
      returned: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  const cap = fc.record({
    maxUnits: fc.integer({ min: 0, max: 6 }),
    per: fc.constantFrom(...periods),
    who: fc.constantFrom('person' as const, 'household' as const),
  });
  fc.assert(
    fc.property(takings, cap, (list, one) => {
      const usage = list.flatMap(({ after, units, forHousehold, returned }) => {
        const row = taken('data', addDays(on, after), { units, forHousehold });
        return returned ? [row, { ...row, units: -units }] : [row];
      });
      const kept = list.filter((row) => !row.returned);
      const answer = left(capped('data', one), usage);
      expect(answer?.before).toBeGreaterThanOrEqual(0);
      expect(answer?.before).toBeLessThanOrEqual(one.maxUnits);
      expect(left(capped('data', one), usage.toReversed())).toEqual(answer);
      expect(answer).toEqual(
        left(
          capped('data', one),
          kept.map(({ after, units, forHousehold }) =>
            taken('data', addDays(on, after), { units, forHousehold }),
          ),
        ),
      );
    }),
  );
});
