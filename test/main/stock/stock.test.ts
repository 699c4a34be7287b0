import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { openDay, payloadsOf, rowsOf, sell, sims, sku } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const provenance = { donor: 'opérateur', tested: false, wiped: false } as const;

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  return point;
}

const receive = (point: TestPoint, product: string, text: string, confirmed = false) =>
  point.call('receiveUnit', { sku: sku(product), text, confirmed, provenance });

test('what headquarters assigned is in stock, with its provenance', async () => {
  const point = await opened();
  const rows = await point.done('stock', {});
  expect(rows.find((row) => row.sku === 'CARTE-35')).toMatchObject({ available: 20, blocked: 0 });
  expect(await point.done('units', { sku: sku('PC-A') })).toMatchObject([
    { text: 'PASM25-0100', status: 'available', testedAndWiped: true, donor: 'entreprise' },
    { text: 'PASM25-0104' },
  ]);
});

test('a unit is received once, by the form of its product, and confirmed where the checksum says nothing', async () => {
  const point = await opened();
  const refused = async (product: string, text: string) => {
    const answer = await receive(point, product, text);
    return answer.ok ? 'received' : answer.refusal;
  };
  expect(await refused('NOPE', 'x')).toEqual({ kind: 'product-unknown' });
  expect(await refused('CHARGEUR', 'x')).toEqual({ kind: 'product-not-by-unit' });
  expect(await refused('CARTE-35', sims[0])).toEqual({ kind: 'unit-already-here', status: 'available' });
  expect(await refused('CARTE-35', '89331000042000000006')).toEqual({
    kind: 'unit-unreadable',
    reason: 'wrong-check-digit',
  });
  expect(await refused('TEL-A', '490154203237519')).toMatchObject({ kind: 'unit-unreadable' });
  expect(await refused('PC-A', 'PASM25-01000')).toMatchObject({ kind: 'unit-unreadable' });
  const odd = '8933150123456789011';
  expect(await refused('CARTE-35', odd)).toEqual({ kind: 'unit-to-confirm', text: odd });
  expect(await receive(point, 'CARTE-35', odd, true)).toMatchObject({ value: { status: 'available' } });
  expect(await refused('CLE-4G', ' ab12 34/x ')).toBe('received');
  expect(point.store.unitByKey(brandAs('AB1234/X'))).toMatchObject({ sku: 'CLE-4G' });
});

test('a box of cards is received by its two ends; those already here are counted, not doubled', async () => {
  const point = await opened();
  const range = (first: string, last: string) =>
    point.call('receiveRange', { sku: sku('CARTE-35'), first, last, provenance });
  expect(await range('89331000042000000005', '89331000042000000377')).toMatchObject({
    ok: true,
    value: { alreadyHere: 2 },
  });
  expect(await range('89331000042000000377', '89331000042000000005')).toEqual({
    ok: false,
    refusal: { kind: 'range-refused', reason: 'last-before-first' },
  });
  expect(
    await point.call('receiveRange', { sku: sku('TEL-A'), first: 'x', last: 'y', provenance }),
  ).toMatchObject({ refusal: { kind: 'range-refused', reason: 'not-cards' } });
});

test('quantities are a sum of movements: received, sold, written off, counted', async () => {
  const point = await opened();
  const chargers = sku('CHARGEUR');
  const available = async () =>
    (await point.done('stock', {})).find((row) => row.sku === 'CHARGEUR')?.available;
  const tile = async () => (await point.done('tiles', {})).find((one) => one.sku === 'CHARGEUR')?.stock;
  expect([await available(), await tile()]).toEqual([0, null]);
  await point.done('receiveQuantity', { sku: chargers, quantity: 10 });
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  expect([await available(), await tile()]).toEqual([8, 8]);
  const off = (quantity: number) =>
    point.call('writeOffQuantity', { sku: chargers, quantity, reason: 'broken' });
  expect(await off(9)).toEqual({ ok: false, refusal: { kind: 'not-that-many', available: 8 } });
  expect(await off(3)).toMatchObject({ ok: true, value: { available: 5 } });
  expect(await point.done('countQuantity', { sku: chargers, counted: 4 })).toEqual({
    expected: 5,
    counted: 4,
  });
  expect(await point.done('countQuantity', { sku: chargers, counted: 4 })).toEqual({
    expected: 4,
    counted: 4,
  });
  expect(
    rowsOf(point, "SELECT kind, quantity FROM stock_movement WHERE sku = 'CHARGEUR' ORDER BY id"),
  ).toEqual([
    { kind: 'received', quantity: 10 },
    { kind: 'sold', quantity: -1 },
    { kind: 'sold', quantity: -1 },
    { kind: 'written-off', quantity: -3 },
    { kind: 'counted', quantity: -1 },
  ]);
  expect(await point.call('receiveQuantity', { sku: sku('TEL-A'), quantity: 1 })).toMatchObject({
    refusal: { kind: 'product-by-unit' },
  });
});

test('a sale that was undone does not count in the stock', async () => {
  const point = await opened();
  await point.done('receiveQuantity', { sku: sku('CHARGEUR'), quantity: 10 });
  expect(() =>
    point.store.transaction(() => {
      point.store.insertMovement({
        at: point.deps.now(),
        businessDay: brandAs('2026-11-22'),
        sku: sku('CHARGEUR'),
        quantity: -4,
        kind: 'sold',
        operator: brandAs('E01'),
      });
      throw new Error('undone');
    }),
  ).toThrow('undone');
  const rows = await point.done('stock', {});
  expect(rows.find((row) => row.sku === 'CHARGEUR')?.available).toBe(10);
});

test('a count by scan names what is missing and why the rest is too much, and changes nothing', async () => {
  const point = await opened();
  await point.done('writeOff', { unitKey: brandAs(sims[3].slice(0, 19)), reason: 'lost' });
  const before = rowsOf(point, 'SELECT count(*) AS n FROM stock_movement');
  const result = await point.done('countUnits', {
    sku: sku('CARTE-35'),
    scanned: [sims[0], sims[0], sims[3], 'PASM25-0100', '8933150123456789011', '🎉'],
  });
  expect(result).toMatchObject({ expected: 19, found: 1 });
  expect(result.missing).toHaveLength(18);
  expect(result.surplus.map((one) => [one.text, one.why])).toEqual([
    [sims[3], 'blocked'],
    ['PASM25-0100', 'other-product'],
    ['8933150123456789011', 'unknown'],
    ['🎉', 'unknown'],
  ]);
  expect(rowsOf(point, 'SELECT count(*) AS n FROM stock_movement')).toEqual(before);
  expect(payloadsOf(point, 'event', 'stock-counted')).toMatchObject([{ expected: 19, found: 1 }]);
});

test('a unit is written off once, not when it is sold, and may be received again', async () => {
  const point = await opened();
  const unitKey = brandAs<never>(sims[0].slice(0, 19));
  const off = () => point.call('writeOff', { unitKey, reason: 'lost' });
  expect(await point.call('writeOff', { unitKey: brandAs('nope'), reason: 'lost' })).toMatchObject({
    refusal: { kind: 'unit-unknown' },
  });
  const [first, second] = await Promise.all([off(), off()]);
  expect(first).toMatchObject({ ok: true, value: { status: 'written-off' } });
  expect(second).toEqual(first);
  expect(rowsOf(point, "SELECT quantity, reason FROM stock_movement WHERE kind = 'written-off'")).toEqual([
    { quantity: -1, reason: 'lost' },
  ]);
  expect(await receive(point, 'CARTE-35', sims[0])).toMatchObject({ value: { status: 'available' } });
  point.store.saveUnit({ key: unitKey, status: 'sold' });
  expect(await off()).toEqual({ ok: false, refusal: { kind: 'unit-sold' } });
});

test('who tested and wiped a device first stays, until it is said that nobody did', async () => {
  const point = await opened();
  const text = '490154203237518';
  await receive(point, 'TEL-A', text);
  const mark = (tested: boolean, wiped: boolean) =>
    point.done('markTested', { unitKey: brandAs(text), tested, wiped });
  expect(await mark(true, false)).toMatchObject({ testedAndWiped: false });
  point.later(60_000);
  expect(await mark(true, true)).toMatchObject({ testedAndWiped: true });
  const unit = point.store.unitByKey(brandAs(text));
  expect(unit?.testedAt).not.toBe(unit?.wipedAt);
  expect(await mark(false, true)).toMatchObject({ testedAndWiped: false });
});
