import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { approval, cash, closeDay, hour, openDay, phones, scan, sku } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What every act on a basket answers when it cannot be: the same refusal, whatever the act.

const refused = (refusal: object) => ({ ok: false, refusal });
const unknown = brandAs<never>(crypto.randomUUID());

/** Every act on a line, with the line it is asked of. */
const onLine = (point: TestPoint, lineId: never) => ({
  removeLine: () => point.call('removeLine', { lineId }),
  markLine: () => point.call('markLine', { lineId, forHousehold: true, replacement: null }),
  replaceLine: () => point.call('replaceLine', { lineId, sku: sku('ATELIER') }),
  overrideLine: () => point.call('overrideLine', { lineId, reason: 'geste', approval }),
});

/** Every act on a basket. */
const acts = (point: TestPoint, saleId: never, lineId: never) => ({
  ...onLine(point, lineId),
  addProduct: () => point.call('addProduct', { sku: sku('CHARGEUR') }),
  addUnit: () => point.call('addUnit', { sku: sku('TEL-A'), text: phones[0] }),
  scan: () => scan(point, '2000000000138'),
  scanUnit: () => scan(point, phones[0]),
  choosePerson: () => point.call('choosePerson', { personId: null, holdFirst: false }),
  holdBasket: () => point.call('holdBasket', {}),
  recallBasket: () => point.call('recallBasket', { saleId }),
  abandonBasket: () => point.call('abandonBasket', { saleId, reason: 'left' }),
  startPayment: () => point.call('startPayment', { saleId }),
  setTenders: () => point.call('setTenders', { saleId, tenders: [cash(500)], cardPending: null }),
});

test('before the till is opened, and once it is closed, nothing is done with a basket', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  for (const [name, act] of Object.entries(acts(point, unknown, unknown)))
    expect(await act(), name).toEqual(refused({ kind: 'no-session' }));
  await openDay(point);
  const { saleId, lines } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await closeDay(point);
  for (const [name, act] of Object.entries(acts(point, saleId as never, lines[0]!.lineId as never)))
    expect(await act(), name).toEqual(refused({ kind: 'no-session' }));
});

test('a till left open overnight does nothing with a basket and names the day it is still in', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId, lines } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  point.later(24 * hour);
  const stale = refused({ kind: 'session-stale', businessDay: day('2026-11-22') });
  for (const [name, act] of Object.entries(acts(point, saleId as never, lines[0]!.lineId as never)))
    expect(await act(), name).toEqual(stale);
});

test('a line that is not in the basket is changed by no act', async () => {
  const point = await testPoint();
  await openDay(point);
  const { lines } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  for (const [name, act] of Object.entries(onLine(point, unknown)))
    expect(await act(), name).toEqual(refused({ kind: 'line-unknown' }));
  expect((await point.done('basket', {})).lines).toEqual(lines);
});

test('what is published no more, or is followed one by one, is refused by its name and not put on a line', async () => {
  const point = await testPoint();
  await openDay(point);
  const { lines } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const { lineId } = lines[0]!;
  const label = 'Smartphone reconditionné, catégorie A';
  for (const [what, refusal] of [
    ['NOPE', { kind: 'product-unknown', text: 'NOPE' }],
    ['TEL-A', { kind: 'scan-the-unit', label }],
  ] as const) {
    expect(await point.call('addProduct', { sku: sku(what) })).toEqual(refused(refusal));
    expect(await point.call('replaceLine', { lineId, sku: sku(what) })).toEqual(refused(refusal));
  }
  expect(await scan(point, '2000000000077')).toEqual(refused({ kind: 'scan-the-unit', label }));
  expect((await point.done('basket', {})).lines).toEqual(lines);
});
