import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue, PriceList, PriceRule } from '#domain/catalogue.ts';
import { type Standing, standingOf } from '#domain/entitlement.ts';
import { cents } from '#domain/money.ts';
import { entryOf, priceFor, priceListOn, solidarityPrice } from '#domain/pricing.ts';
import { type Day, addDays, day } from '#domain/time.ts';
import { catalogue, entitled, policy, product, walkIn } from '#test/support/catalogue.ts';

const on = day('2026-11-22');
const standings = {
  entitled: standingOf(entitled, policy, on),
  'walk-in': standingOf(walkIn, policy, on),
  lapsed: standingOf(entitled, policy, day('2030-01-01')),
  public: standingOf(null, policy, on),
} satisfies Record<string, Standing>;

const percentOff = (percent: number, roundToCents: number, ceiling?: number): PriceRule => ({
  kind: 'percentOff',
  percent,
  roundToCents,
  ...(ceiling === undefined ? {} : { ceilingCents: cents(ceiling) }),
});
const fixed = (value: number): PriceRule => ({ kind: 'fixed', cents: cents(value) });

describe('the solidarity price', () => {
  test.each([
    ['a fixed price', 3500, fixed(500), 500],
    ['a grant', 3500, fixed(0), 0],
    ['a fixed price above the market value', 400, fixed(500), 400],
    ['a fixed price below nothing', 400, fixed(-5), 0],
    ['a percentage', 35_000, percentOff(70, 100), 10_500],
    ['a percentage to the nearest step', 4900, percentOff(70, 50), 1450],
    ['a percentage just above half a step', 4920, percentOff(70, 50), 1500],
    ['a percentage at half a step, which goes down', 2500, percentOff(70, 100), 700],
    ['half a cent, which goes down', 5, percentOff(50, 1), 2],
    ['a percentage with a decimal', 1000, percentOff(12.5, 1), 875],
    ['half a cent of a percentage with decimals', 500, percentOff(66.1, 1), 169],
    ['half a cent of another one', 500, percentOff(18.7, 1), 406],
    ['all off', 3500, percentOff(100, 50), 0],
    ['nothing off', 3500, percentOff(0, 50), 3500],
    ['nothing off, rounded above the market value', 3480, percentOff(0, 50), 3480],
    ['a step larger than the price', 100, percentOff(70, 1000), 0],
    ['the ceiling of a donor', 35_000, percentOff(70, 100, 8000), 8000],
    ['a ceiling above the price', 35_000, percentOff(70, 100, 20_000), 10_500],
    ['a thing of no value', 0, percentOff(70, 50), 0],
  ])('of %s', (_, reference, rule, price) => {
    expect(solidarityPrice(cents(reference), rule)).toBe(price);
  });

  const rule = fc.oneof(
    fc.integer({ min: 0, max: 100_000 }).map(fixed),
    fc
      .tuple(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 500 }),
        fc.option(fc.nat(100_000), { nil: undefined }),
      )
      .map(([percent, step, ceiling]) => percentOff(percent, step, ceiling)),
  );

  test('is never negative, never above the market value, never above the ceiling', () => {
    fc.assert(
      fc.property(fc.nat(200_000), rule, (reference, one) => {
        const price = solidarityPrice(cents(reference), one);
        expect(price).toBeGreaterThanOrEqual(0);
        expect(price).toBeLessThanOrEqual(reference);
        if (one.kind === 'percentOff' && one.ceilingCents !== undefined)
          expect(price).toBeLessThanOrEqual(one.ceilingCents);
      }),
    );
  });

  test('of half a cent goes down whatever the decimals of the percentage', () => {
    const reference = fc.oneof(
      fc.nat(100_000),
      fc.nat(200).map((halves) => halves * 500),
    );
    const tenths = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(reference, tenths, (reference, off) => {
        const exact = BigInt(reference) * BigInt(1000 - off);
        const rounded = (2n * exact + 999n) / 2000n;
        expect(solidarityPrice(cents(reference), percentOff(off / 10, 1))).toBe(Number(rounded));
      }),
      { numRuns: 2000 },
    );
  });
});

const list = (id: string, from: string, change: Partial<PriceList> = {}): PriceList => ({
  id,
  from: day(from),
  until: null,
  prices: {},
  ...change,
});
const listed = (...priceLists: PriceList[]): Catalogue => ({ ...catalogue, priceLists });

describe('the list in force', () => {
  const old = list('old', '2026-01-01');
  const fresh = list('fresh', '2026-06-01');
  const short = list('short', '2026-09-01', { until: day('2026-09-30') });

  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'old'],
    ['2026-05-31', 'old'],
    ['2026-06-01', 'fresh'],
    ['2026-08-31', 'fresh'],
    ['2026-09-01', 'short'],
    ['2026-09-30', 'short'],
    ['2026-10-01', 'fresh'],
  ])('on %s is %s: the latest that has begun and not ended', (text, id) => {
    expect(priceListOn(listed(fresh, old, short), day(text))?.id).toBe(id);
    expect(priceListOn(listed(short, old, fresh), day(text))?.id).toBe(id);
  });

  const entry = catalogue.priceLists[0]?.prices['RECH-5'];
  if (!entry) throw new Error('no entry');

  test('takes what it does not name from the lists it extends', () => {
    const chain = listed(
      list('a', '2026-01-01', { prices: { 'RECH-5': entry } }),
      list('b', '2026-02-01', { extends: 'a' }),
      list('c', '2026-03-01', { extends: 'b' }),
    );
    const [, , last] = chain.priceLists;
    expect(last && entryOf(chain, last, 'RECH-5')).toEqual(entry);
    expect(last && entryOf(chain, last, 'RECH-10')).toBeUndefined();
  });

  test('that leads back to itself, or to no list, names nothing', () => {
    const loop = list('a', '2026-01-01', { extends: 'b' });
    const back = list('b', '2026-02-01', { extends: 'a' });
    const lost = list('c', '2026-03-01', { extends: 'nowhere' });
    expect(entryOf(listed(loop, back), back, 'RECH-5')).toBeUndefined();
    expect(entryOf(listed(lost), lost, 'RECH-5')).toBeUndefined();
  });

  test('without the product gives no price', () => {
    const bare = listed(list('bare', '2026-01-01'));
    expect(priceFor(bare, product('RECH-5'), on, { standing: standings.entitled })).toBeUndefined();
    expect(priceFor(listed(), product('RECH-5'), on, { standing: standings.entitled })).toBeUndefined();
  });
});

describe('the price of a line', () => {
  const net = (at: Day, pinnedListId?: string): ReturnType<typeof priceFor> =>
    priceFor(catalogue, product('NET-20GO'), at, { standing: standings.entitled, pinnedListId });

  const before = {
    priceListId: '2026-A',
    reference: { cents: 2500, source: 'prix public relevé', on: '2026-09-01' },
    rule: { kind: 'fixed', cents: 500 },
    tariff: 'solidarity',
    priceCents: 500,
    savingCents: 2000,
  };
  const after = {
    ...before,
    priceListId: '2026-B',
    reference: { cents: 2500, source: 'prix public relevé', on: '2026-11-15' },
    rule: { kind: 'fixed', cents: 400 },
    priceCents: 400,
    savingCents: 2100,
  };

  test('of 20 GB changes on 1 December 2026', () => {
    const firstOfDecember = day('2026-12-01');
    expect([net(addDays(firstOfDecember, -1)), net(firstOfDecember)]).toEqual([before, after]);
  });

  test('stays that of the older list where a unit names it', () => {
    expect(net(day('2026-12-15'), '2026-A')).toEqual(before);
  });

  test('follows the day where a unit names a list nobody knows', () => {
    expect(net(day('2026-12-15'), 'gone')).toEqual(after);
  });

  test('names the list in force, though a list it extends gave the price', () => {
    const price = priceFor(catalogue, product('RECH-5'), day('2026-12-15'), { standing: standings.entitled });
    expect(price).toMatchObject({ priceListId: '2026-B', priceCents: 100 });
  });

  test.each([
    ['CARTE-35', 'entitled', 500, 'solidarity'],
    ['CARTE-35', 'walk-in', 500, 'solidarity'],
    ['CHARGEUR', 'entitled', 500, 'solidarity'],
    ['CHARGEUR', 'walk-in', 1500, 'market'],
    ['CHARGEUR', 'lapsed', 1500, 'market'],
    ['CHARGEUR', 'public', 1500, 'market'],
    ['ATELIER', 'public', 0, 'solidarity'],
  ] as const)('%s for somebody %s is %d at the %s tariff', (sku, who, priceCents, tariff) => {
    expect(priceFor(catalogue, product(sku), on, { standing: standings[who] })).toMatchObject({
      priceCents,
      tariff,
    });
  });

  test.each(catalogue.products)('$sku and its saving make its market value, for everybody', (one) => {
    for (const standing of Object.values(standings)) {
      const price = priceFor(catalogue, one, on, { standing });
      expect(price && price.priceCents + price.savingCents).toBe(price?.reference.cents);
      expect(price?.savingCents).toBeGreaterThanOrEqual(0);
    }
  });
});
