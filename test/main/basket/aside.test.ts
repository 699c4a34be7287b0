import { expect, test } from 'vitest';
import { evaluateBasket } from '#domain/basket.ts';
import { brandAs } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { saleLineOf } from '#main/basket/sale-lines.ts';
import { basket, line } from '#test/support/catalogue.ts';
import {
  closeDay,
  entitled,
  memberCard,
  openDay,
  payloadsOf,
  phones,
  register,
  scan,
  sims,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// Whose basket is in front of the seller: set aside, given up, passed to somebody else.

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

/** Two people with a card each, registered here. */
async function twoCards(point: TestPoint) {
  const one = await register(point);
  const other = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  await point.done('giveCard', { personId: one, card: memberCard(1) });
  await point.done('giveCard', { personId: other, card: memberCard(2) });
  return { one, other };
}

test('only a basket of this till that is still open is given up', async () => {
  const point = await opened();
  const nothing = { ok: false, refusal: { kind: 'line-unknown' } };
  const giveUp = (saleId: string) =>
    point.call('abandonBasket', { saleId: brandAs(saleId), reason: 'mistake' });
  expect(await giveUp(crypto.randomUUID())).toEqual(nothing);
  const beside = point.beside();
  await openDay(beside);
  const { saleId } = await beside.done('addProduct', { sku: sku('CHARGEUR') });
  expect(await giveUp(saleId)).toEqual(nothing);
  expect((await beside.done('basket', {})).lines).toHaveLength(1);
});

test('giving up a basket without a line says nothing to the journal', async () => {
  const point = await opened();
  const { saleId } = await point.done('choosePerson', { personId: await register(point), holdFirst: false });
  const after = await point.done('abandonBasket', { saleId, reason: 'left' });
  expect(after).toMatchObject({ person: null, lines: [] });
  expect(payloadsOf(point, 'event', 'basket-abandoned')).toEqual([]);
});

test('somebody whom neither this point nor the network knows is not put on a basket', async () => {
  const point = await opened();
  const stranger = { personId: brandAs<never>(crypto.randomUUID()), holdFirst: false };
  expect(await point.call('choosePerson', stranger)).toEqual({
    ok: false,
    refusal: { kind: 'person-unknown' },
  });
  expect(await point.done('basket', {})).toMatchObject({ person: null });
});

test('somebody who took nothing leaves no basket waiting', async () => {
  const point = await opened();
  await point.done('choosePerson', { personId: await register(point), holdFirst: false });
  await point.done('holdBasket', {});
  expect(await point.done('heldBaskets', {})).toEqual([]);
  expect(await point.done('basket', {})).toMatchObject({ person: null, lines: [] });
});

test('a card joins lines that are nobody’s, and takes the place of another before there is a line', async () => {
  const point = await opened();
  const { one, other } = await twoCards(point);
  await scan(point, memberCard(1));
  expect(await scan(point, memberCard(2))).toMatchObject({
    value: { to: 'basket', basket: { person: { personId: other } } },
  });
  await point.done('choosePerson', { personId: null, holdFirst: false });
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  expect(await scan(point, memberCard(1))).toMatchObject({
    value: { to: 'basket', basket: { person: { personId: one }, lines: [{ sku: 'CHARGEUR' }] } },
  });
});

test('a card does not change a basket that is being paid, nor open one once the till is closed', async () => {
  const point = await opened();
  await twoCards(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('startPayment', { saleId });
  expect(await scan(point, memberCard(1))).toEqual({ ok: false, refusal: { kind: 'basket-locked' } });
  await point.done('cancelPayment', { saleId });
  await closeDay(point);
  expect(await scan(point, memberCard(1))).toEqual({ ok: false, refusal: { kind: 'no-session' } });
});

test('where one phone only is published, an unknown one is that, and nothing is left to compare', async () => {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        products: body.catalogue.products.filter(
          (one) => one.unit !== 'imei' || one.sku === brandAs('TEL-A'),
        ),
      },
    }),
  });
  await openDay(point);
  expect(await scan(point, '490154203237518')).toMatchObject({
    value: { to: 'basket', basket: { lines: [{ sku: 'TEL-A', unitText: '490154203237518' }] } },
  });
});

test('a line says whether one for the household counts for the buyer', async () => {
  const point = await opened();
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  await scan(point, sims[0]);
  await scan(point, phones[0]);
  const { lines } = await point.done('basket', {});
  expect(lines.map((one) => [one.family, one.householdCounts])).toEqual([
    ['sim', true],
    ['phone', false],
  ]);
});

test('a refused line never becomes a line of a sale, though it has a price', () => {
  const { lines } = evaluateBasket(basket([line('RECH-20'), line('RECH-20')]));
  const [allowed, refused] = lines;
  expect(refused).toMatchObject({ verdict: 'refused', price: { priceCents: 400 } });
  const on = day('2026-11-22');
  expect(saleLineOf(allowed!, on)).toMatchObject({ sku: 'RECH-20', totalCents: 400 });
  expect(() => saleLineOf(refused!, on)).toThrow('a refused line');
});
