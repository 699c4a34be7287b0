import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryOf, priceListOn, solidarityPrice } from '#domain/pricing.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Day, day, instant } from '#domain/time.ts';
import { pricesOf } from '#hq/board/prices.ts';
import { changePrice } from '#hq/publish/price-change.ts';
import { lastPublication, publish } from '#hq/publish/publications.ts';
import type { Store } from '#hq/store/store.ts';
import { demonstration } from './network.ts';
import { openedStore } from './stores.ts';

const today = day('2026-11-02');
const by = { name: 'test', at: instant('2026-11-02T18:30:00.000Z'), today };

let store: Store;
beforeAll(async () => {
  store = await openedStore({});
});
afterAll(() => store.close());

/** The demonstration's prices again, whatever an earlier test made of them. */
async function published(): Promise<void> {
  const done = await publish(store, demonstration, by);
  expect(done.ok).toBe(true);
}

const change = (sku: string, price: number, from: string) =>
  changePrice(store, { sku: brandAs(sku), cents: cents(price), from: day(from) }, by);

/** What a till that holds the last publication asks for on a day. */
async function priceOn(sku: string, on: Day): Promise<number | null> {
  const held = await lastPublication(store.db);
  const list = held && priceListOn(held.catalogue, on);
  const entry = list && entryOf(held.catalogue, list, sku);
  return entry ? solidarityPrice(entry.reference.cents, entry.price) : null;
}

const prices = async (sku: string, ...days: string[]) => Promise.all(days.map((on) => priceOn(sku, day(on))));

test('the last change of a day is the price of that day, also when it goes back', async () => {
  await published();
  for (const price of [400, 300, 450]) {
    expect(await change('CARTE-35', price, '2026-11-10')).toMatchObject({ ok: true });
    expect(await prices('CARTE-35', '2026-11-09', '2026-11-10', '2027-01-01')).toEqual([500, price, price]);
  }
  const row = (await pricesOf(store.db, today)).products.find((one) => one.sku === 'CARTE-35');
  expect(row).toMatchObject({ priceCents: 500, planned: [{ from: '2026-11-10', priceCents: 450 }] });
});

test('a change of another product on the same day keeps the first one’s', async () => {
  await published();
  await change('CARTE-35', 400, '2026-11-10');
  await change('RECH-20', 350, '2026-11-10');
  await change('CARTE-35', 300, '2026-11-10');
  expect(await prices('CARTE-35', '2026-11-10')).toEqual([300]);
  expect(await prices('RECH-20', '2026-11-09', '2026-11-10')).toEqual([400, 350]);
});

test('a price planned for a later day stays; one that a later list took over does not come back', async () => {
  await published();
  await change('NET-20GO', 450, '2026-11-10');
  await change('CARTE-35', 400, '2026-11-10');
  expect(await prices('NET-20GO', '2026-11-09', '2026-11-10', '2026-11-30', '2026-12-01')).toEqual([
    500, 450, 450, 400,
  ]);
  expect(await prices('CARTE-35', '2026-11-30', '2026-12-01')).toEqual([400, 400]);
});

test('a mistyped price put right on a later day does not come back with a list of after that', async () => {
  await published();
  await change('CARTE-35', 400, '2026-11-10');
  await change('CARTE-35', 300, '2026-11-20');
  expect(await prices('CARTE-35', '2026-11-10', '2026-11-20', '2026-12-01')).toEqual([400, 300, 300]);
});

test('a change before one that is planned does not touch what the plan begins', async () => {
  await published();
  await change('CARTE-35', 450, '2026-12-15');
  await change('CARTE-35', 400, '2026-11-10');
  expect(await prices('CARTE-35', '2026-11-10', '2026-12-14', '2026-12-15', '2027-03-01')).toEqual([
    400, 400, 450, 450,
  ]);
});

/** The demonstration with its lists told otherwise. */
async function publishedWith(lists: readonly object[]): Promise<void> {
  const file = JSON.parse(demonstration) as { priceLists: object[] };
  const done = await publish(
    store,
    JSON.stringify({ ...file, priceLists: [...file.priceLists, ...lists] }),
    by,
  );
  expect(done.ok).toBe(true);
}
const market = { cents: 3_500, source: 'test', on: '2026-10-01' };
const list = (id: string, from: string, until: string | null, price?: number): object => ({
  id,
  from,
  until,
  extends: '2026-B',
  prices:
    price === undefined ? {} : { 'CARTE-35': { reference: market, price: { kind: 'fixed', cents: price } } },
});

test('a price changed while a list with an end is in force does not come back at that end', async () => {
  await publishedWith([list('fair', '2027-01-01', '2027-01-31')]);
  await change('CARTE-35', 400, '2027-01-10');
  const days = ['2027-01-09', '2027-01-10', '2027-01-31', '2027-02-01', '2027-06-01'];
  expect(await prices('CARTE-35', ...days)).toEqual([500, 400, 400, 400, 400]);
  await change('CARTE-35', 300, '2027-01-10');
  expect(await prices('CARTE-35', ...days)).toEqual([500, 300, 300, 300, 300]);
});

test('at the end of a list that had a price of its own, the price planned for then stays', async () => {
  await publishedWith([list('fair', '2027-01-01', '2027-01-31', 200)]);
  await change('CARTE-35', 100, '2027-01-10');
  expect(await prices('CARTE-35', '2027-01-09', '2027-01-10', '2027-01-31', '2027-02-01')).toEqual([
    200, 100, 100, 500,
  ]);
});

test('a later list that inherits a planned price keeps the plan', async () => {
  await publishedWith([
    list('spring', '2027-03-01', null, 450),
    { ...list('summer', '2027-06-01', null), extends: 'spring' },
    { ...list('autumn', '2027-09-01', null), extends: '2026-B' },
  ]);
  await change('CARTE-35', 400, '2027-01-10');
  const days = ['2027-01-10', '2027-02-28', '2027-03-01', '2027-06-01', '2027-09-01'];
  expect(await prices('CARTE-35', ...days)).toEqual([400, 400, 450, 450, 500]);
  await change('CARTE-35', 350, '2026-11-10');
  expect(await prices('CARTE-35', '2026-11-10', ...days)).toEqual([350, 400, 400, 450, 450, 500]);
});

test('today may be changed, yesterday not; up to the market value, not one cent above', async () => {
  await published();
  expect(await change('CARTE-35', 400, '2026-11-01')).toEqual({
    ok: false,
    refusal: { kind: 'day-in-past', today },
  });
  expect(await change('CARTE-35', 3_501, '2026-11-02')).toEqual({
    ok: false,
    refusal: { kind: 'above-market-value', marketCents: 3_500 },
  });
  expect(await change('CARTE-35', 3_500, '2026-11-02')).toMatchObject({ ok: true });
  expect(await prices('CARTE-35', '2026-11-01', '2026-11-02')).toEqual([500, 3_500]);
  expect(await change('NOTHING', 100, '2026-11-02')).toEqual({
    ok: false,
    refusal: { kind: 'product-unknown' },
  });
  expect(await change('CARTE-35', 400, '2025-12-31')).toMatchObject({ refusal: { kind: 'day-in-past' } });
});

test('before anything is published there is no price to change', async () => {
  const empty = await openedStore({});
  const asked = { sku: brandAs<never>('CARTE-35'), cents: cents(400), from: today };
  expect(await changePrice(empty, asked, by)).toEqual({ ok: false, refusal: { kind: 'nothing-published' } });
  await empty.close();
});
