import { expect, test } from 'vitest';
import { type UnitKey, brandAs } from '#domain/ids.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import { cash, closeDay, entitled, openDay, scan, sell, sims, phones } from '#test/support/desk.ts';
import { type TestPoint, publishAs, testPoint } from '#test/support/point.ts';

// A card whose carrier wants an identity seen waits for it, whatever happens at the desk meanwhile.

const keyOf = (sim: string): UnitKey => brandAs<UnitKey>(sim.slice(0, 19));

async function opened(options: Parameters<typeof testPoint>[0] = {}): Promise<TestPoint> {
  const point = await testPoint(options);
  await openDay(point);
  return point;
}

test('with two cards the sale waits until the identity was seen for both', async () => {
  const point = await opened();
  const to = await entitled(point);
  await point.done('choosePerson', { personId: to, holdFirst: false });
  await scan(point, sims[0]);
  await scan(point, sims[1]);
  const [, second] = (await point.done('basket', {})).lines;
  await point.done('markLine', { lineId: second!.lineId, forHousehold: false, replacement: 'lost' });
  const sale = await sell(point, { to });
  const step = { carrier: 'SFR', done: false, handOverWaits: false };
  const steps = [
    { unitKey: keyOf(sims[0]), text: sims[0], ...step },
    { unitKey: keyOf(sims[1]), text: sims[1], ...step },
  ];
  expect(sale.identitySteps).toEqual(steps);
  const { saleId } = sale;
  const seen = (sim: string) =>
    point.done('recordIdentitySeen', { saleId, unitKey: keyOf(sim), how: 'seen' });
  await seen(sims[0]);
  const half = { ...sale, identitySteps: [{ ...steps[0], done: true }, steps[1]] };
  expect(await point.done('lastSale', {})).toEqual({ sale: half, left: false });
  // Left too soon, as by a second press: the step is still asked for.
  await point.done('nextPerson', { saleId });
  expect(await point.done('lastSale', {})).toEqual({ sale: half, left: false });
  await seen(sims[1]);
  expect(await point.done('lastSale', {})).toMatchObject({ left: true });
});

test('a card of a session that was closed waits no more, neither before the next one nor in it', async () => {
  const point = await opened();
  expect(await point.done('lastSale', {})).toBeNull();
  await sell(point, { to: await entitled(point), scans: [sims[0]] });
  await closeDay(point);
  expect(await point.done('lastSale', {})).toBeNull();
  await openDay(point);
  expect(await point.done('lastSale', {})).toBeNull();
});

test('nobody’s identity is asked for a phone, nor by a carrier that wants none', async () => {
  const point = await opened({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        policy: {
          ...body.catalogue.policy,
          carrierProfiles: { SFR: { identitySeen: false, handOverWaits: true } },
        },
      },
    }),
  });
  const sale = await sell(point, { to: await entitled(point), scans: [sims[0], phones[0]] });
  expect(sale.identitySteps).toEqual([]);
});

test('a card that is published no more asks for nothing, and the desk goes on', async () => {
  const key = newSigningKey();
  const point = await opened({ headquarters: key });
  await sell(point, { to: await entitled(point), scans: [sims[0]] });
  const withdrawn = (body: ReferenceBody): ReferenceBody => ({
    ...body,
    catalogue: {
      ...body.catalogue,
      products: body.catalogue.products.filter((one) => one.sku !== 'CARTE-35'),
    },
  });
  publishAs(point.store, key, { at: point.deps.now(), amend: withdrawn });
  point.deps.referenceChanged();
  expect(await point.done('lastSale', {})).toMatchObject({ sale: { identitySteps: [] } });
});

test('the last sale is shown until the next person is called, whatever else was looked at; a return is not one', async () => {
  const point = await opened();
  const first = await sell(point, { skus: ['CHARGEUR'], tenders: [cash(2_000)] });
  expect(await point.done('lastSale', {})).toEqual({ sale: first, left: false });
  await point.done('nextPerson', { saleId: first.saleId });
  expect(await point.done('lastSale', {})).toEqual({ sale: first, left: true });
  const { lines } = await point.done('ticket', { saleId: first.saleId });
  await point.done('returnLines', {
    saleId: first.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  expect(await point.done('lastSale', {})).toMatchObject({ sale: { saleId: first.saleId }, left: true });
  const second = await sell(point, { skus: ['CHARGEUR'], tenders: [cash(1_500)] });
  expect(await point.done('lastSale', {})).toEqual({ sale: second, left: false });
});
