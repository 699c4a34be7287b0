import { expect, test } from 'vitest';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { testPoint } from '#test/support/point.ts';

test('charges nothing twice when finish is pressed twice, and refuses other content under the same id', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  await point.done('openSession', { businessDay: day('2026-11-22'), count: { 1000: 5 }, dayConfirmed: false });
  const basket = await point.done('addProduct', { sku: 'CHARGEUR' as never });
  const finish = { saleId: basket.saleId, tenders: [{ kind: 'cash' as const, cents: cents(2000) }], expectedTotalCents: cents(1500) };
  const [first, second] = await Promise.all([point.done('finishSale', finish), point.done('finishSale', finish)]);
  expect(second).toEqual(first);
  expect(first).toMatchObject({ number: 'PAR13-1-2026-000001', changeCents: 500 });
  const other = await point.call('finishSale', { ...finish, tenders: [{ kind: 'cash', cents: cents(1500) }] });
  expect(other).toEqual({ ok: false, refusal: { kind: 'sale-already-finished', number: first.number } });
  expect(point.store.lastRecord(point.deps.till, 'sale')?.seq).toBe(1);
});
