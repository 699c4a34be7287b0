import { expect, test } from 'vitest';
import { type UnitKey, brandAs } from '#domain/ids.ts';
import { day, instant } from '#domain/time.ts';
import { newSigningKey, signerFor } from '#exchange/crypto.ts';
import { issueReferral } from '#exchange/referral-issue.ts';
import {
  cash,
  closeDay,
  devices,
  entitled,
  hour,
  memberCard,
  openDay,
  rowsOf,
  scan,
  sell,
  sims,
  sku,
  voucher,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What a basket refuses word for word, and what it keeps of what was done with it.

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

const refused = (refusal: object) => ({ ok: false, refusal });
const statuses = (point: TestPoint) => rowsOf(point, 'SELECT status FROM basket ORDER BY rowid');

test('what cannot be added is refused by its name: unknown, not followed one by one, not in its form', async () => {
  const point = await opened();
  const add = (what: string, text: string) => point.call('addUnit', { sku: sku(what), text });
  expect(await add('NOPE', sims[0])).toEqual(refused({ kind: 'product-unknown', text: 'NOPE' }));
  for (const [what, text, label] of [
    ['CHARGEUR', sims[0], 'Chargeur'],
    ['CARTE-35', '8933', 'Carte prépayée SFR'],
    ['TEL-A', '35693803', 'Smartphone reconditionné, catégorie A'],
    ['CLE-4G', '🎉AB1234', 'Clé Internet 4G'],
    ['CLE-4G', 'AB1234🎉', 'Clé Internet 4G'],
    ['PC-A', `x${devices[0]}`, 'Ordinateur'],
  ] as const) {
    const answer = await add(what, text);
    expect(answer, text).toEqual(refused({ kind: 'scan-the-unit', label: expect.stringContaining(label) }));
  }
  expect((await point.done('basket', {})).lines).toEqual([]);
  expect(await add('CLE-4G', 'ab 12.34/x-9')).toMatchObject({
    value: { lines: [{ sku: 'CLE-4G', unitText: 'AB12.34/X-9' }] },
  });
});

test('a line that was taken away leaves nothing behind in the basket that is set aside', async () => {
  const point = await opened();
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  const { lines } = await point.done('addProduct', { sku: sku('ATELIER') });
  await point.done('removeLine', { lineId: lines[0]!.lineId });
  const { saleId } = await point.done('basket', {});
  await point.done('holdBasket', {});
  expect(await point.done('heldBaskets', {})).toEqual([
    { saleId, who: '', lineCount: 1, totalCents: 0, heldAt: point.deps.now() },
  ]);
});

test('a basket set aside costs what it does on the business day that is open, without one what it does today', async () => {
  const point = await testPoint({ at: instant('2026-11-30T09:00:00.000Z') });
  await openDay(point, day('2026-11-30'));
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  await point.done('addProduct', { sku: sku('NET-20GO') });
  await point.done('holdBasket', {});
  const total = async () => (await point.done('heldBaskets', {})).map((one) => one.totalCents);
  expect(await total()).toEqual([500]);
  point.later(24 * hour);
  expect(await total()).toEqual([500]);
  await closeDay(point);
  expect(await total()).toEqual([400]);
});

test('a basket that another till set aside is not taken back at this one', async () => {
  const point = await opened();
  const beside = point.beside();
  await openDay(beside);
  const { saleId } = await beside.done('addProduct', { sku: sku('CHARGEUR') });
  await beside.done('holdBasket', {});
  expect(await point.call('recallBasket', { saleId })).toEqual(refused({ kind: 'basket-unknown' }));
  expect((await beside.done('heldBaskets', {})).map((one) => one.saleId)).toEqual([saleId]);
});

test('a basket that was given up is kept as given up, and so is an empty one at the end of the day', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('abandonBasket', { saleId, reason: 'left' });
  expect(statuses(point)).toEqual([{ status: 'abandoned' }, { status: 'current' }]);
  await closeDay(point);
  expect(statuses(point)).toEqual([{ status: 'abandoned' }, { status: 'abandoned' }]);
});

test('no payment begins for a sale that is finished: its number is told', async () => {
  const point = await opened();
  const { saleId, number } = await sell(point, { skus: ['CHARGEUR'] });
  const finished = refused({ kind: 'sale-already-finished', number });
  expect(await point.call('startPayment', { saleId })).toEqual(finished);
  const given = { saleId, tenders: [cash(500)], cardPending: null };
  expect(await point.call('setTenders', given)).toEqual(finished);
});

test('a scanner that tells the kind of code is believed: digits of a box are its product, not a phone', async () => {
  const point = await opened();
  const readings = ['0102000000000138'];
  expect(await point.call('scan', { readings })).toMatchObject({ value: { to: 'choose-product' } });
  expect(await point.call('scan', { readings, aim: ']C1' })).toMatchObject({
    value: { to: 'basket', basket: { lines: [{ sku: 'CHARGEUR' }] } },
  });
});

test('an unknown label is the only product with labels, and there is nothing to compare', async () => {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        products: body.catalogue.products.filter((one) => one.unit !== 'label' || one.sku === sku('PC-A')),
      },
    }),
  });
  await openDay(point);
  const label = 'PASM25-0999';
  expect(await scan(point, label)).toMatchObject({
    value: { to: 'basket', basket: { lines: [{ sku: 'PC-A', unitText: label }] } },
  });
});

test('in training nothing real is taken: no card, no voucher, no code, nothing that is not on the tray', async () => {
  const point = await opened();
  const key = newSigningKey();
  const code = issueReferral(
    {
      id: new Uint8Array(10),
      prescriberId: brandAs('P001'),
      issuedOn: day('2026-11-20'),
      expiresOn: day('2027-02-18'),
      families: '*',
      initials: 'FD',
      birthYear: 1988,
    },
    { keyId: key.keyId, sign: signerFor(key.privateKey) },
  );
  Object.assign(point.deps, { practice: { ...point.deps.practice, state: () => ({}) } });
  const real = [memberCard(1), `V${voucher(7).replaceAll('-', '')}`, code, '490154203237518', 'PASM25-0999'];
  for (const text of real)
    expect(await scan(point, text), text).toEqual(refused({ kind: 'training-real-scan' }));
  expect(await scan(point, sims[0])).toMatchObject({ ok: true });
  expect(point.store.unitByKey(brandAs<UnitKey>('490154203237518'))).toBeUndefined();
});
