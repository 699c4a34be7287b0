import { expect, test } from 'vitest';
import { sku, cash, closeDay, countOf, openDay, sell } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

test.each([
  ['what was handed over', 2_000],
  ['what was kept of it', 1_500],
])('a difference of %s names the sale', async (_what, missing) => {
  const point = await testPoint();
  await openDay(point);
  const sale = await sell(point, { skus: ['CHARGEUR'], tenders: [cash(2_000)] });
  const counted = { cash: countOf(6_500 - missing), cardCents: null, creditCount: null };
  const { clues } = await point.done('checkCount', counted);
  expect(clues).toEqual([
    {
      kind: 'sale-of-that-amount',
      saleId: sale.saleId,
      number: sale.number,
      tender: 'cash',
      cents: 2_000,
    },
  ]);
});

test('a basket set aside is still listed once the till is closed', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('holdBasket', {});
  await closeDay(point);
  expect((await point.done('heldBaskets', {})).map((one) => one.saleId)).toEqual([saleId]);
});
