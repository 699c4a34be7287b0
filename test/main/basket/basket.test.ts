import { expect, test } from 'vitest';
import { cents } from '#domain/money.ts';
import { brandAs } from '#domain/ids.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  entitled,
  float50,
  hour,
  openDay,
  payloadsOf,
  phones,
  register,
  scan,
  sell,
  sims,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, publish01, publishAs, testPoint } from '#test/support/point.ts';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { join } from 'node:path';
import { openPoint } from '#main/point.ts';
import { migrationsFolder } from '#test/support/database.ts';
import { day } from '#domain/time.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

async function withBuyer(point: TestPoint, ...skus: string[]): Promise<void> {
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  for (const one of skus) await point.done('addProduct', { sku: sku(one) });
}

test('a refused line offers what is left, and taking it makes the basket sellable', async () => {
  const point = await opened();
  await withBuyer(point, 'RECH-20', 'RECH-20');
  const { lines, refusedCount, totalCents } = await point.done('basket', {});
  expect([refusedCount, totalCents]).toEqual([1, 400]);
  const [, second] = lines;
  expect(second).toMatchObject({
    verdict: 'refused',
    canOverride: true,
    reasons: [{ code: 'quota-exceeded', leftCents: 1_000 }],
    alternative: { sku: 'RECH-10', priceCents: 200 },
  });
  const replaced = await point.done('replaceLine', { lineId: second!.lineId, sku: sku('RECH-10') });
  expect(replaced).toMatchObject({ refusedCount: 0, totalCents: 600 });
  expect(replaced.left.find((one) => one.family === 'topup')).toMatchObject({ before: 3_000, after: 0 });
});

test('replaceLine and addProduct take no unit, no unknown product, no unknown line', async () => {
  const point = await opened();
  await withBuyer(point, 'RECH-5');
  const [line] = (await point.done('basket', {})).lines;
  const replace = (lineId: string, to: string) =>
    point.call('replaceLine', { lineId: brandAs(lineId), sku: sku(to) });
  expect(await replace(line!.lineId, 'TEL-A')).toMatchObject({ refusal: { kind: 'scan-the-unit' } });
  expect(await replace(line!.lineId, 'NOPE')).toMatchObject({ refusal: { kind: 'product-unknown' } });
  expect(await replace(crypto.randomUUID(), 'RECH-10')).toMatchObject({ refusal: { kind: 'line-unknown' } });
  expect(await point.call('addProduct', { sku: sku('NOPE') })).toMatchObject({
    refusal: { kind: 'product-unknown' },
  });
});

test('an exception needs a manager, is journalled with both names, and lifts that line only', async () => {
  const point = await opened();
  await withBuyer(point, 'RECH-20', 'RECH-20', 'RECH-20');
  const [, second, third] = (await point.done('basket', {})).lines;
  const reason = 'colis perdu';
  const override = (given: typeof approval) =>
    point.call('overrideLine', { lineId: second!.lineId, reason, approval: given });
  expect(await override({ ...approval, password: 'x' })).toMatchObject({
    refusal: { kind: 'approval-refused', why: 'wrong-password' },
  });
  expect(await override(approval)).toMatchObject({ ok: true, value: { refusedCount: 1 } });
  expect(payloadsOf(point, 'event', 'override')).toEqual([
    { operator: 'E01', sku: 'RECH-20', reason, approvedBy: 'E03' },
  ]);
  const { lines } = await point.done('basket', {});
  expect(lines.map((line) => line.verdict)).toEqual(['allowed', 'warning', 'refused']);
  await point.done('removeLine', { lineId: third!.lineId });
  expect(payloadsOf(point, 'event', 'line-removed')).toMatchObject([{ sku: 'RECH-20', operator: 'E01' }]);
});

test('an exception does not pass to another product, another mark or another person', async () => {
  const point = await opened();
  await withBuyer(point, 'RECH-20', 'RECH-20');
  const [, second] = (await point.done('basket', {})).lines;
  const { lineId } = second!;
  const overridden = async () => point.done('overrideLine', { lineId, reason: 'colis perdu', approval });
  expect(await overridden()).toMatchObject({ refusedCount: 0 });
  const other = await point.done('replaceLine', { lineId, sku: sku('RECH-20') });
  expect(other).toMatchObject({ refusedCount: 1 });
  expect(await overridden()).toMatchObject({ refusedCount: 0 });
  expect(await point.done('markLine', { lineId, forHousehold: true, replacement: null })).toMatchObject({
    refusedCount: 1,
  });
  expect(await overridden()).toMatchObject({ refusedCount: 0 });
  const somebody = await entitled(point, 2, { birthName: 'Benali', firstNames: 'Karim' });
  expect(await point.done('choosePerson', { personId: somebody, holdFirst: false })).toMatchObject({
    refusedCount: 1,
  });
});

test('an exception is not kept in hand on a line that nothing refuses', async () => {
  const point = await opened();
  await withBuyer(point, 'RECH-20');
  const [line] = (await point.done('basket', {})).lines;
  await point.done('overrideLine', { lineId: line!.lineId, reason: 'au cas où', approval });
  expect(payloadsOf(point, 'event', 'override')).toEqual([]);
  const lapsed = await point.done('choosePerson', { personId: null, holdFirst: false });
  expect(lapsed).toMatchObject({ refusedCount: 1 });
});

test('a second SIM is refused, and allowed in place of a lost one', async () => {
  const point = await opened();
  await withBuyer(point);
  await scan(point, sims[0]);
  await scan(point, sims[1]);
  const [, second] = (await point.done('basket', {})).lines;
  expect(second).toMatchObject({ verdict: 'refused', replacementReasons: ['lost', 'stolen', 'faulty'] });
  const marked = await point.done('markLine', {
    lineId: second!.lineId,
    forHousehold: false,
    replacement: 'lost',
  });
  expect(marked).toMatchObject({ refusedCount: 0, totalCents: 1_000 });
});

test('a basket held before prices change is repriced on return and says so; a change of lines is not a change of price', async () => {
  const point = await testPoint({ at: '2026-11-30T09:00:00.000Z' as never });
  await openDay(point, day('2026-11-30'));
  await withBuyer(point, 'NET-20GO');
  const { saleId, totalCents } = await point.done('basket', {});
  expect(totalCents).toBe(500);
  await point.done('holdBasket', {});
  const same = await point.done('recallBasket', { saleId });
  expect(same).toMatchObject({ repriced: false, totalCents: 500 });
  expect(await point.done('addProduct', { sku: sku('RECH-5') })).toMatchObject({ repriced: false });
  const [, topUp] = (await point.done('basket', {})).lines;
  await point.done('removeLine', { lineId: topUp!.lineId });
  await closeDay(point);
  point.later(24 * hour);
  await point.done('openSession', { businessDay: day('2026-12-01'), count: float50, dayConfirmed: false });
  expect(await point.done('recallBasket', { saleId })).toMatchObject({ repriced: true, totalCents: 400 });
  expect(await point.done('recallBasket', { saleId })).toMatchObject({ saleId });
});

test('recalling over lines, or something unknown, is refused', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('holdBasket', {});
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  expect(await point.call('recallBasket', { saleId })).toEqual({
    ok: false,
    refusal: { kind: 'basket-in-use' },
  });
  const unknown = brandAs<typeof saleId>(crypto.randomUUID());
  expect(await point.call('recallBasket', { saleId: unknown })).toMatchObject({
    refusal: { kind: 'basket-unknown' },
  });
});

test('a basket given up is journalled with its reason and does not come back', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const after = await point.done('abandonBasket', { saleId, reason: 'left' });
  expect(after).toMatchObject({ lines: [] });
  expect(after.saleId).not.toBe(saleId);
  expect(payloadsOf(point, 'event', 'basket-abandoned')).toEqual([
    { operator: 'E01', saleId, lines: 1, reason: 'left' },
  ]);
  expect(await point.call('abandonBasket', { saleId, reason: 'left' })).toMatchObject({ ok: false });
  expect(await point.call('recallBasket', { saleId })).toMatchObject({ refusal: { kind: 'basket-unknown' } });
});

test('payment locks every line until it is given up', async () => {
  const point = await opened();
  const { saleId, lines } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const lineId = lines[0]!.lineId;
  await point.done('startPayment', { saleId });
  const locked = { ok: false, refusal: { kind: 'basket-locked' } };
  expect(await point.call('addProduct', { sku: sku('CHARGEUR') })).toEqual(locked);
  expect(await point.call('removeLine', { lineId })).toEqual(locked);
  expect(await point.call('markLine', { lineId, forHousehold: true, replacement: null })).toEqual(locked);
  expect(await point.call('replaceLine', { lineId, sku: sku('ATELIER') })).toEqual(locked);
  expect(await point.call('overrideLine', { lineId, reason: 'x', approval })).toEqual(locked);
  expect(await point.call('choosePerson', { personId: null, holdFirst: true })).toEqual(locked);
  expect(await point.call('holdBasket', {})).toEqual(locked);
  expect(await point.call('abandonBasket', { saleId, reason: 'left' })).toEqual(locked);
  expect(await scan(point, '2000000000138')).toEqual(locked);
  expect(await scan(point, phones[0])).toEqual(locked);
  expect(await point.done('cancelPayment', { saleId })).toMatchObject({ payment: null });
  expect(await point.call('removeLine', { lineId })).toMatchObject({ ok: true });
});

test('starting a payment again loses nothing that was given', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('startPayment', { saleId });
  await point.done('setTenders', { saleId, tenders: [bankCard(1_000)], cardPending: cents(500) });
  expect((await point.done('startPayment', { saleId })).payment).toEqual({
    tenders: [bankCard(1_000)],
    remainingCents: 500,
    cardPending: 500,
  });
});

test('a payment is not given up once the card was charged', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('setTenders', { saleId, tenders: [cash(500), bankCard(1_000)], cardPending: null });
  expect(await point.call('cancelPayment', { saleId })).toEqual({
    ok: false,
    refusal: { kind: 'card-was-charged', cents: 1_000 },
  });
});

test('what was tendered survives the database being closed and opened again', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const tenders = [bankCard(1_000, 'A-17'), cash(200)];
  await point.done('setTenders', { saleId, tenders, cardPending: cents(300) });
  const again = openPoint({
    folder: point.folder,
    keystore: fileKeystore(join(point.folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
  });
  if (!again.ok) throw new Error(again.refusal.kind);
  const store = storeOn(again.value.db);
  expect(store.currentBasket(point.deps.till)).toMatchObject({
    saleId,
    payment: { tenders, cardPending: 300 },
  });
  store.close();
  const restarted = await testPoint({ folder: point.folder });
  await restarted.signInAs('seller');
  expect((await restarted.done('basket', {})).payment).toEqual({
    tenders,
    remainingCents: 300,
    cardPending: 300,
  });
});

test('no payment begins on an empty basket, a refused line, or a basket that is not there', async () => {
  const point = await opened();
  const { saleId } = await point.done('basket', {});
  expect(await point.call('startPayment', { saleId })).toMatchObject({ refusal: { kind: 'basket-empty' } });
  await point.done('addProduct', { sku: sku('RECH-5') });
  expect(await point.call('startPayment', { saleId })).toEqual({
    ok: false,
    refusal: { kind: 'lines-refused', count: 1 },
  });
  const other = brandAs<typeof saleId>(crypto.randomUUID());
  expect(await point.call('startPayment', { saleId: other })).toMatchObject({
    refusal: { kind: 'basket-unknown' },
  });
  const done = await sell(await opened(), { skus: ['CHARGEUR'] });
  expect(done.totalCents).toBe(1_500);
});

test('a product withdrawn while a basket holds it leaves the basket, the held list and the closing usable', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('holdBasket', {});
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('addProduct', { sku: sku('ATELIER') });
  publishAs(point.store, key, {
    at: point.deps.now(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        products: body.catalogue.products.filter((one) => one.sku !== 'CHARGEUR'),
      },
    }),
  });
  point.deps.referenceChanged();
  expect((await point.done('basket', {})).lines.map((line) => line.sku)).toEqual(['ATELIER']);
  const [held] = await point.done('heldBaskets', {});
  expect(held).toMatchObject({ totalCents: 0 });
  await point.done('holdBasket', {});
  await point.done('recallBasket', { saleId: held!.saleId });
  const nothing = { saleId: held!.saleId, tenders: [], expectedTotalCents: cents(0) };
  expect(await point.call('finishSale', nothing)).toMatchObject({ refusal: { kind: 'basket-empty' } });
  expect(await closeDay(point)).toMatchObject({ number: 1 });
});

test('a walk-in buys one SIM or top-up, and what is taken elsewhere in the network counts once', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  const personId = await register(point);
  await sell(point, { to: personId, skus: ['RECH-5'] });
  await point.done('choosePerson', { personId, holdFirst: false });
  expect(await point.done('addProduct', { sku: sku('RECH-5') })).toMatchObject({
    person: { standing: { kind: 'walk-in-used' } },
    refusedCount: 1,
  });
  const usage = (family: string, on: string) => ({
    family: brandAs<never>(family),
    units: 1,
    referenceCents: cents(500),
    on: day(on),
    forHousehold: false,
    replacement: null,
  });
  // 0.1 told a point what it had sent itself, too.
  publish01(point, key, [
    {
      cardHash: '0'.repeat(64),
      networkId: personId,
      initials: 'FD',
      birthYear: 1988,
      window: null,
      usage: [usage('topup', '2026-11-22'), usage('topup', '2026-11-05')],
    },
  ]);
  point.deps.referenceChanged();
  const { left } = await point.done('basket', {});
  expect(left.find((one) => one.family === 'topup')).toMatchObject({ before: 2_000 });
});
