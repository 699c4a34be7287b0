import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { SalePayload } from '#domain/sale.ts';
import type { Tender } from '#domain/tender.ts';
import { day } from '#domain/time.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { finishSale } from '#main/sale/finish-sale.ts';
import {
  bankCard,
  cash,
  closeDay,
  credit,
  defects,
  entitled,
  float50,
  hour,
  openDay,
  payloadsOf,
  phones,
  register,
  rowsOf,
  sell,
  sims,
  sku,
  worth,
} from '#test/support/desk.ts';
import { type TestPoint, publishAs, testPoint } from '#test/support/point.ts';

test('charges nothing twice when finish is pressed twice, and refuses other content under the same id', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  await point.done('openSession', {
    businessDay: day('2026-11-22'),
    count: { 1000: 5 },
    dayConfirmed: false,
  });
  const basket = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const finish = { saleId: basket.saleId, tenders: [cash(2000)], expectedTotalCents: cents(1500) };
  const [first, second] = await Promise.all([
    point.done('finishSale', finish),
    point.done('finishSale', finish),
  ]);
  expect(second).toEqual(first);
  expect(first).toMatchObject({ number: 'PAR13-1-2026-000001', changeCents: 500 });
  const other = await point.call('finishSale', { ...finish, tenders: [cash(1500)] });
  expect(other).toEqual({ ok: false, refusal: { kind: 'sale-already-finished', number: first.number } });
  expect(point.store.lastRecord(point.deps.till, 'sale')?.seq).toBe(1);
});

async function withCharger(): Promise<{
  point: TestPoint;
  finish: (tenders: Tender[], total?: number) => unknown;
}> {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  return {
    point,
    finish: async (tenders, total = 1_500) => {
      const answer = await point.call('finishSale', { saleId, tenders, expectedTotalCents: cents(total) });
      return answer.ok ? answer.value : answer.refusal;
    },
  };
}

test('refuses every settlement that does not pay exactly what is due', async () => {
  const { point, finish } = await withCharger();
  expect(await finish([cash(1_499)])).toEqual({ kind: 'not-enough-tendered', missingCents: 1 });
  expect(await finish([])).toEqual({ kind: 'not-enough-tendered', missingCents: 1_500 });
  expect(await finish([bankCard(1_501)])).toEqual({ kind: 'too-much-without-cash', excessCents: 1 });
  expect(await finish([credit(1_000, '  '), cash(500)])).toEqual({ kind: 'commitment-needed' });
  expect(await finish([cash(1_500)], 1_499)).toEqual({ kind: 'total-changed', totalCents: 1_500 });
  expect(point.store.lastRecord(point.deps.till, 'sale')).toBeUndefined();
  expect(await finish([bankCard(500), credit(500), cash(1_000)])).toMatchObject({ changeCents: 500 });
});

test('cash far above the total is asked about, and taken once somebody said that it is there', async () => {
  const { point, finish } = await withCharger();
  const { saleId } = await point.done('basket', {});
  const question = { kind: 'cash-far-above', givenCents: 150_000, changeCents: 148_500 };
  expect(await finish([cash(150_000)])).toEqual(question);
  expect(await finish([bankCard(500), cash(150_000)])).toMatchObject({ kind: 'cash-far-above' });
  expect(point.store.lastRecord(point.deps.till, 'sale')).toBeUndefined();
  const tenders = [cash(150_000)];
  const finished = { saleId, tenders, expectedTotalCents: cents(1_500) };
  expect(await point.call('finishSale', { ...finished, cashChecked: true })).toMatchObject({
    ok: true,
    value: { changeCents: 148_500 },
  });
  // Answered again without the word: it is sold.
  expect(await finish(tenders)).toMatchObject({ changeCents: 148_500 });
});

test('refuses an unknown basket, an empty one, a held one and a refused line', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await point.done('basket', {});
  const finish = (id = saleId) =>
    point.call('finishSale', { saleId: id, tenders: [], expectedTotalCents: cents(0) });
  expect(await finish(brandAs(crypto.randomUUID()))).toMatchObject({ refusal: { kind: 'basket-unknown' } });
  expect(await finish()).toMatchObject({ refusal: { kind: 'basket-empty' } });
  await point.done('addProduct', { sku: sku('RECH-5') });
  expect(await finish()).toEqual({ ok: false, refusal: { kind: 'lines-refused', count: 1 } });
  await point.done('holdBasket', {});
  expect(await finish()).toMatchObject({ refusal: { kind: 'basket-unknown' } });
});

test('a sale of nothing takes no tender', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('ATELIER') });
  const finish = (tenders: Tender[]) =>
    point.call('finishSale', { saleId, tenders, expectedTotalCents: cents(0) });
  expect(await finish([cash(100)])).toEqual({ ok: false, refusal: { kind: 'nothing-to-pay' } });
  expect(await finish([])).toMatchObject({ ok: true, value: { totalCents: 0, changeCents: 0 } });
});

test('writes the sale, its lines, tenders, usage, unit, movement, record and drawer in one go', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await entitled(point);
  const sale = await sell(point, {
    to: personId,
    skus: ['RECH-10'],
    scans: [sims[0]],
    tenders: [cash(1_000)],
  });
  expect(sale).toMatchObject({ totalCents: 700, savingCents: 3_800, changeCents: 300, printed: false });
  expect(sale.identitySteps).toMatchObject([{ text: sims[0], carrier: 'SFR', done: false }]);
  expect(rowsOf(point, 'SELECT number, kind, total_cents, change_cents, record_seq FROM sale')).toEqual([
    { number: 'PAR13-1-2026-000001', kind: 'sale', total_cents: 700, change_cents: 300, record_seq: 1 },
  ]);
  expect(
    rowsOf(point, 'SELECT sku, quantity, total_cents, unit_key FROM sale_line ORDER BY position'),
  ).toEqual([
    { sku: 'RECH-10', quantity: 1, total_cents: 200, unit_key: null },
    { sku: 'CARTE-35', quantity: 1, total_cents: 500, unit_key: sims[0].slice(0, 19) },
  ]);
  expect(rowsOf(point, 'SELECT kind, cents FROM sale_tender')).toEqual([{ kind: 'cash', cents: 1_000 }]);
  expect(
    rowsOf(point, 'SELECT family, units, reference_cents, on_day, walk_in FROM usage ORDER BY seq, line_no'),
  ).toEqual([
    { family: 'topup', units: 1, reference_cents: 1_000, on_day: '2026-11-22', walk_in: 0 },
    { family: 'sim', units: 1, reference_cents: 3_500, on_day: '2026-11-22', walk_in: 0 },
  ]);
  expect(point.store.unitByKey(brandAs(sims[0].slice(0, 19)))).toMatchObject({
    status: 'sold',
    soldOn: '2026-11-22',
    saleId: sale.saleId,
  });
  const sold = rowsOf(point, "SELECT sku, quantity FROM stock_movement WHERE kind = 'sold'");
  expect(sold).toEqual([{ sku: 'CARTE-35', quantity: -1 }]);
  const [payload] = payloadsOf<SalePayload>(point, 'sale', 'sale');
  expect(payload).toMatchObject({
    saleId: sale.saleId,
    personId,
    netByKind: { cash: 700, bankCard: 0, structureCredit: 0 },
    lines: [
      { label: 'Recharge 10 €' },
      { unitReferenceCents: 3_500, priceListId: '2026-A', tariff: 'solidarity' },
    ],
  });
  expect(JSON.stringify(payload)).not.toMatch(/Diallo|Fatoumata/);
  expect(rowsOf(point, 'SELECT title, open_drawer FROM print_job')).toEqual([{ title: '', open_drawer: 1 }]);
  expect(defects(point)).toEqual([]);
});

test('prints where a ticket is due, opens the drawer for cash, and does neither for a card', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await entitled(point);
  await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  expect(rowsOf(point, 'SELECT id FROM print_job')).toEqual([]);
  const phone = await sell(point, { to: personId, scans: [phones[0]], tenders: [bankCard(4_500)] });
  expect(phone.printed).toBe(true);
  const jobs = 'SELECT title, open_drawer FROM print_job ORDER BY created_at';
  expect(rowsOf(point, jobs)).toEqual([{ title: phone.number, open_drawer: 0 }]);
  const [, payload] = payloadsOf<SalePayload>(point, 'sale', 'sale');
  expect(payload?.lines).toMatchObject([{ guaranteeUntil: '2028-11-21' }]);
});

test('numbers restart with the year of the business day and never skip', async () => {
  const point = await testPoint({ at: '2026-12-31T09:00:00.000Z' as never });
  await openDay(point, day('2026-12-31'));
  const first = await sell(point, { skus: ['CHARGEUR'] });
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.call('finishSale', { saleId, tenders: [], expectedTotalCents: cents(1_500) });
  const second = await sell(point, { skus: ['ATELIER'] });
  await closeDay(point);
  point.later(24 * hour);
  await point.done('openSession', { businessDay: day('2027-01-01'), count: float50, dayConfirmed: false });
  const third = await sell(point, { skus: ['ATELIER'] });
  expect([first.number, second.number, third.number]).toEqual([
    'PAR13-1-2026-000001',
    'PAR13-1-2026-000002',
    'PAR13-1-2027-000001',
  ]);
  expect(defects(point)).toEqual([]);
});

test('a walk-in’s one unit is counted as such; a charger at the public price is not', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await register(point);
  await sell(point, { to: personId, skus: ['CHARGEUR', 'RECH-5'] });
  expect(rowsOf(point, 'SELECT family, walk_in, entitlement_id FROM usage ORDER BY seq, line_no')).toEqual([
    { family: 'accessory', walk_in: 0, entitlement_id: null },
    { family: 'topup', walk_in: 1, entitlement_id: null },
  ]);
});

test('the last unit is sold once', async () => {
  const point = await testPoint();
  await openDay(point);
  const [one, other] = [
    await entitled(point),
    await entitled(point, 2, { birthName: 'Benali', firstNames: 'Karim' }),
  ];
  await point.done('choosePerson', { personId: one, holdFirst: false });
  await point.done('scan', { readings: [sims[0]] });
  const held = await point.done('choosePerson', { personId: other, holdFirst: true });
  await sell(point, { to: other, scans: [sims[0]] });
  const [waiting] = await point.done('heldBaskets', {});
  const back = await point.done('recallBasket', { saleId: waiting!.saleId });
  expect(back.lines).toMatchObject([
    { reasons: [{ code: 'unit-already-sold' }, { code: 'quota-exceeded' }].slice(0, 1) },
  ]);
  const finish = { saleId: back.saleId, tenders: [cash(500)], expectedTotalCents: cents(500) };
  expect(await point.call('finishSale', finish)).toEqual({
    ok: false,
    refusal: { kind: 'lines-refused', count: 1 },
  });
  expect(held.saleId).not.toBe(back.saleId);
  expect(rowsOf(point, 'SELECT id FROM sale')).toHaveLength(1);
});

test('what throws in the middle leaves nothing behind and takes no number', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await entitled(point);
  await point.done('choosePerson', { personId, holdFirst: false });
  const { saleId } = await point.done('addProduct', { sku: sku('RECH-10') });
  const tables = [
    'sale',
    'sale_line',
    'sale_tender',
    'usage',
    'record',
    'outbox',
    'print_job',
    'stock_movement',
  ];
  const counts = () => tables.map((name) => rowsOf(point, `SELECT count(*) AS n FROM ${name}`)[0]?.['n']);
  const before = counts();
  const store = {
    ...point.store,
    setBasketStatus: () => {
      throw new Error('pulled the plug');
    },
  };
  const finish = { saleId, tenders: [cash(200)], expectedTotalCents: cents(200) };
  expect(() => finishSale({ ...point.deps, store }, finish)).toThrow('pulled the plug');
  expect(counts()).toEqual(before);
  expect(await point.done('finishSale', finish)).toMatchObject({ number: 'PAR13-1-2026-000001' });
});

test('a price that changed between the screen and the commit is told, not charged', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  publishAs(point.store, key, {
    at: point.deps.now(),
    amend: (body) => worth(body, 'CHARGEUR', 1_800),
  });
  point.deps.referenceChanged();
  const finish = { saleId, tenders: [cash(2_000)], expectedTotalCents: cents(1_500) };
  expect(await point.call('finishSale', finish)).toEqual({
    ok: false,
    refusal: { kind: 'total-changed', totalCents: 1_800 },
  });
});

test('the identity step is recorded once with who and how, and not for a card of another sale', async () => {
  const point = await testPoint();
  await openDay(point);
  const sale = await sell(point, { to: await entitled(point), scans: [sims[0]] });
  const unitKey = brandAs<(typeof sale.identitySteps)[number]['unitKey']>(sims[0].slice(0, 19));
  expect(await point.done('lastSale', {})).toEqual({ sale, left: false });
  const seen = await point.done('recordIdentitySeen', { saleId: sale.saleId, unitKey, how: 'seen' });
  expect(seen.identitySteps).toMatchObject([{ done: true }]);
  expect(await point.done('lastSale', {})).toMatchObject({ sale: { identitySteps: [{ done: true }] } });
  expect(point.store.unitByKey(unitKey)).toMatchObject({ identityHow: 'seen', identityBy: 'E01' });
  const other = brandAs<typeof unitKey>(sims[1].slice(0, 19));
  expect(
    await point.call('recordIdentitySeen', { saleId: sale.saleId, unitKey: other, how: 'seen' }),
  ).toEqual({
    ok: false,
    refusal: { kind: 'sale-unknown' },
  });
});

test('a commitment of odd characters is signed as it was typed', async () => {
  const point = await testPoint();
  await openDay(point);
  for (const text of ['ENG-é“”—7', 'حساب ٣', '\u2028x', 'a\u0000b', '𝕏🎉', '\ud800'])
    await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, text)] });
  expect(defects(point)).toEqual([]);
  expect(await closeDay(point)).toMatchObject({ batchNo: 1 });
});

test('cash to the cent opens the drawer as cash with change does', async () => {
  const point = await testPoint();
  await openDay(point);
  await sell(point, { skus: ['CHARGEUR'], tenders: [cash(1_500)] });
  expect(rowsOf(point, 'SELECT title, open_drawer FROM print_job')).toEqual([{ title: '', open_drawer: 1 }]);
});

test('a sale names the rights it was made under, and none for somebody who has none', async () => {
  const point = await testPoint();
  await openDay(point);
  const personId = await entitled(point);
  await sell(point, { to: personId, skus: ['RECH-5'] });
  await sell(point, { to: await register(point, { birthName: 'Benali' }), skus: ['RECH-5'] });
  const [window] = point.store.windowsOf(personId);
  expect(
    payloadsOf<SalePayload>(point, 'sale', 'sale').map((one) => [one.entitlementId, one.policyVersion]),
  ).toEqual([
    [window?.id, 'demo-1'],
    [null, 'demo-1'],
  ]);
});

test('a refused sale tells no screen and wakes no printer', async () => {
  const { point, finish } = await withCharger();
  const told: string[] = [];
  Object.assign(point.deps, {
    changed: (...topics: readonly string[]) => told.push(...topics),
    printing: { ...point.deps.printing, wake: () => told.push('printer') },
  });
  expect(await finish([bankCard(1_000)])).toHaveProperty('kind');
  expect(told).toEqual([]);
  expect(await finish([cash(1_500)])).toMatchObject({ totalCents: 1_500 });
  expect(told).toContain('printer');
});
