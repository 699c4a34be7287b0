import { expect, test } from 'vitest';
import type { Input } from '#contract/ipc.ts';
import { type SaleId, type UnitKey, brandAs } from '#domain/ids.ts';
import { approval, entitled, openDay, phones, rowsOf, sell, sims, sku } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What comes back without its ticket goes into the stock; what is given in exchange comes out of it.

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  return point;
}

const newId = (): SaleId => brandAs<SaleId>(crypto.randomUUID());
const refused = (refusal: object) => ({ ok: false, refusal });

const back = (point: TestPoint, what: string, change: Partial<Input<'returnWithoutTicket'>> = {}) =>
  point.call('returnWithoutTicket', {
    returnId: newId(),
    sku: sku(what),
    quantity: 1,
    unit: null,
    condition: 'faulty',
    reason: 'sans ticket',
    approval,
    ...change,
  });

const movements = (point: TestPoint, of: string) =>
  rowsOf(point, `SELECT kind, quantity, reason FROM stock_movement WHERE sku = '${of}' ORDER BY rowid`);

test('what is counted goes back into the stock without its ticket, what was never received is not counted', async () => {
  const point = await opened();
  await back(point, 'CHARGEUR', { quantity: 2 });
  expect(movements(point, 'CHARGEUR')).toEqual([]);
  await point.done('receiveQuantity', { sku: sku('CHARGEUR'), quantity: 3 });
  await back(point, 'CHARGEUR', { quantity: 2 });
  expect(movements(point, 'CHARGEUR')).toMatchObject([
    { kind: 'received', quantity: 3 },
    { kind: 'returned', quantity: 2 },
  ]);
  const stock = await point.done('stock', {});
  expect(stock.find((one) => one.sku === 'CHARGEUR')).toMatchObject({ available: 5 });
});

test('a unit that was written off may be brought back without a ticket: it is the same unit again', async () => {
  const point = await opened();
  const unitKey = brandAs<UnitKey>(sims[0].slice(0, 19));
  await point.done('writeOff', { unitKey, reason: 'lost' });
  expect(await back(point, 'CARTE-35', { unit: sims[0] })).toMatchObject({ ok: true });
  expect(point.store.unitByKey(unitKey)).toMatchObject({ status: 'blocked', text: sims[0] });
  expect(rowsOf(point, "SELECT quantity, reason FROM stock_movement WHERE kind = 'returned'")).toEqual([
    { quantity: 1, reason: 'without-ticket:faulty' },
  ]);
});

test('every reason not to take a thing back without its ticket is told', async () => {
  const point = await opened();
  const { saleId, number } = await sell(point, { to: await entitled(point), scans: [sims[1]] });
  const label = 'Carte prépayée SFR';
  for (const unit of [null, '', '8933', phones[0]])
    expect(await back(point, 'CARTE-35', { unit })).toEqual(refused({ kind: 'unit-needed-back', label }));
  expect(await back(point, 'CARTE-35', { unit: sims[1] })).toEqual(
    refused({ kind: 'ticket-is-known', saleId, number }),
  );
  expect(await back(point, 'CARTE-35', { unit: sims[0] })).toEqual(
    refused({ kind: 'unit-never-sold', text: sims[0] }),
  );
  expect(await back(point, 'NOPE')).toEqual(refused({ kind: 'product-unknown', text: 'NOPE' }));
});

test('a thing that came back tells the screens of tickets, stock, desk and money, a refused one none', async () => {
  const point = await opened();
  const told: string[] = [];
  let woken = 0;
  Object.assign(point.deps, {
    changed: (...topics: readonly string[]) => told.push(...topics),
    printing: { ...point.deps.printing, wake: () => (woken += 1) },
  });
  await back(point, 'NOPE');
  expect([told, woken]).toEqual([[], 0]);
  await back(point, 'CHARGEUR');
  expect([told.toSorted(), woken]).toEqual([['desk', 'money', 'stock', 'tickets'], 1]);
});

test('a phone is given in exchange only when it was received here, tested and wiped', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { to: await entitled(point), scans: [phones[0]] });
  const [line] = (await point.done('ticket', { saleId })).lines;
  const exchange = (newUnit: string) =>
    point.call('returnLines', {
      saleId,
      returnId: newId(),
      lines: [{ lineId: line!.lineId, quantity: 1, condition: 'faulty', as: 'exchange', newUnit }],
      override: null,
    });
  const text = '490154203237518';
  const no = refused({ kind: 'exchange-unit-refused', text });
  expect(await exchange(text)).toEqual(no);
  const provenance = { donor: 'particulier', tested: false, wiped: false } as const;
  const { key } = await point.done('receiveUnit', { sku: sku('TEL-A'), text, confirmed: false, provenance });
  const done = point.deps.now();
  for (const half of [
    { testedAt: null, wipedAt: done },
    { testedAt: done, wipedAt: null },
  ]) {
    point.store.saveUnit({ key, ...half });
    expect(await exchange(text)).toEqual(no);
  }
  point.store.saveUnit({ key, testedAt: done, wipedAt: done });
  expect(await exchange(text)).toMatchObject({ ok: true });
});
