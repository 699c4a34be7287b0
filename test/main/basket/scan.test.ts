import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { newSigningKey, signerFor } from '#exchange/crypto.ts';
import { issueReferral } from '#exchange/referral-issue.ts';
import { day } from '#domain/time.ts';
import {
  devices,
  entitled,
  memberCard,
  openDay,
  phones,
  register,
  scan,
  sell,
  sims,
  sku,
  voucher,
} from '#test/support/desk.ts';
import { tellCard } from '#test/exchange/parts.ts';
import { type TestPoint, publishAs, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

test('a card puts its person on the basket; a blank one is offered; a replaced one opens nothing', async () => {
  const point = await opened();
  const personId = await register(point);
  const [first, second] = [memberCard(1), memberCard(2)];
  expect(await scan(point, first)).toEqual({ ok: true, value: { to: 'blank-card', card: first } });
  await point.done('giveCard', { personId, card: first });
  expect(await scan(point, first)).toMatchObject({
    value: {
      to: 'basket',
      added: null,
      basket: { person: { personId, firstName: 'Fatoumata', initial: 'D' } },
    },
  });
  await point.done('giveCard', { personId, card: second });
  expect(await scan(point, first)).toEqual({ ok: false, refusal: { kind: 'card-replaced', card: first } });
  expect(await scan(point, second)).toMatchObject({ value: { to: 'basket' } });
});

test('a replaced card stays closed even while the network’s list still names it', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  const personId = await register(point);
  const card = memberCard(1);
  await point.done('giveCard', { personId, card });
  await point.done('giveCard', { personId, card: memberCard(2) });
  await tellCard(point.store, key, card, { networkId: personId });
  expect(await scan(point, card)).toEqual({ ok: false, refusal: { kind: 'card-replaced', card } });
});

test('another card over a basket with lines asks to hold it first', async () => {
  const point = await opened();
  const one = await register(point);
  const other = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  await point.done('giveCard', { personId: one, card: memberCard(1) });
  await point.done('giveCard', { personId: other, card: memberCard(2) });
  await scan(point, memberCard(1));
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  expect(await scan(point, memberCard(2))).toEqual({
    ok: true,
    value: { to: 'ask-hold', who: 'Fatoumata D.', personId: other },
  });
  expect(await scan(point, memberCard(1))).toMatchObject({ value: { to: 'basket' } });
  const held = await point.done('choosePerson', { personId: other, holdFirst: true });
  expect(held).toMatchObject({ lines: [], person: { personId: other } });
  expect(await point.done('heldBaskets', {})).toMatchObject([{ who: 'Fatoumata D.', lineCount: 1 }]);
});

test('a SIM in stock adds one line, however often it is scanned', async () => {
  const point = await opened();
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  const first = await point.done('scan', { readings: [sims[0]] });
  const again = await point.done('scan', { readings: [`${sims[0].slice(0, 19)} ${sims[0].slice(19)}F`] });
  expect(first).toMatchObject({ to: 'basket', basket: { lines: [{ sku: 'CARTE-35', priceCents: 500 }] } });
  expect(again).toEqual({ ...first, again: true });
});

test('a SIM nobody received is sold with a warning; one whose checksum says nothing is confirmed; a misread is not', async () => {
  const point = await opened();
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  expect(await scan(point, '89331000042000009997')).toMatchObject({
    refusal: { kind: 'scan-damaged', what: 'iccid' },
  });
  const other = '8933150123456789011';
  expect(await scan(point, other)).toEqual({
    ok: true,
    value: { to: 'confirm-unit', text: other, sku: 'CARTE-35' },
  });
  const added = await point.done('addUnit', { sku: sku('CARTE-35'), text: other });
  expect(added.lines).toMatchObject([{ verdict: 'warning', reasons: [{ code: 'unit-unknown' }] }]);
  expect(await point.call('addUnit', { sku: sku('CARTE-35'), text: '89331000042000009997' })).toMatchObject({
    refusal: { kind: 'scan-the-unit' },
  });
});

test('phones, labelled devices and products each find their product; units are not tapped', async () => {
  const point = await opened();
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  await scan(point, phones[0]);
  await scan(point, devices[2].toLowerCase());
  await scan(point, '2000000000138');
  const { lines } = await point.done('basket', {});
  expect(lines.map((line) => [line.sku, line.unitText])).toEqual([
    ['TEL-A', phones[0]],
    ['TAB-B', devices[2]],
    ['CHARGEUR', null],
  ]);
  expect(await scan(point, '2000000000077')).toMatchObject({ refusal: { kind: 'scan-the-unit' } });
  expect(await point.call('addProduct', { sku: sku('TEL-A') })).toMatchObject({
    refusal: { kind: 'scan-the-unit' },
  });
  expect(await scan(point, '4006381333931')).toEqual({
    ok: false,
    refusal: { kind: 'product-unknown', text: '4006381333931' },
  });
  expect(await scan(point, '4006381333930')).toMatchObject({
    refusal: { kind: 'scan-damaged', what: 'product' },
  });
});

test('an unknown phone asks which product it is, and untested it is refused', async () => {
  const point = await opened();
  const text = '490154203237518';
  expect(await scan(point, text)).toEqual({
    ok: true,
    value: { to: 'choose-product', text, skus: ['TEL-A', 'TEL-B', 'TEL-BASIC'] },
  });
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  expect(await point.done('addUnit', { sku: sku('TEL-B'), text })).toMatchObject({
    refusedCount: 1,
    lines: [{ reasons: [{ code: 'unit-not-tested' }] }],
  });
});

test('a voucher and a signed code lead to the referral; commands and unknown texts change nothing', async () => {
  const point = await opened();
  const number = voucher(7);
  expect(await scan(point, `V${number.replaceAll('-', '')}`)).toEqual({
    ok: true,
    value: { to: 'referral', claim: { proof: 'voucher', number } },
  });
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
  expect(await scan(point, code)).toEqual({
    ok: true,
    value: { to: 'referral', claim: { proof: 'signed-code', code } },
  });
  for (const [text, command] of [
    ['!EXACT', 'exact'],
    ['!OK', 'ok'],
    ['!NEXT', 'next'],
    ['!BACK', 'back'],
  ])
    expect(await scan(point, text ?? '')).toEqual({ ok: true, value: { to: 'command', command } });
  for (const text of ['SERIAL-123', '!RM', '', '  ', '🎉', '\u0000', '\ud800', "'; DROP TABLE sale;--"])
    expect(await scan(point, text), text).toMatchObject({ ok: false });
  expect((await point.done('basket', {})).lines).toEqual([]);
});

test('a ticket opens its history here, says where to go when it is of another point, or is unknown', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'] });
  expect(await scan(point, sale.number)).toEqual({ ok: true, value: { to: 'ticket', saleId: sale.saleId } });
  expect(await scan(point, 'STD-1-2026-000001')).toMatchObject({
    refusal: { kind: 'ticket-elsewhere', site: 'Saint-Denis, 01 00 00 00 93' },
  });
  expect(await scan(point, 'PAR13-1-2026-999999')).toEqual({
    ok: false,
    refusal: { kind: 'ticket-unknown', number: 'PAR13-1-2026-999999' },
  });
});

test('a unit of a product that is no longer published is not put in the basket', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await openDay(point);
  publishAs(point.store, key, {
    at: point.deps.now(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        products: body.catalogue.products.filter((one) => one.sku !== 'TEL-A'),
      },
    }),
  });
  point.deps.referenceChanged();
  expect(await scan(point, phones[0])).toEqual({
    ok: false,
    refusal: { kind: 'product-unknown', text: phones[0] },
  });
});

test('the last digits of a worn number take the only unit in stock that ends so', async () => {
  const point = await opened();
  await point.signInAs('manager');
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  const provenance = { donor: 'opérateur', tested: true, wiped: true } as const;
  for (const text of [sims[0], sims[1]])
    await point.call('receiveUnit', { sku: sku('CARTE-35'), text, confirmed: true, provenance });
  const add = (text: string) => point.call('addUnit', { sku: sku('CARTE-35'), text });
  expect(await add('999')).toMatchObject({ refusal: { kind: 'scan-the-unit' } });
  expect(await add('9999')).toMatchObject({ refusal: { kind: 'scan-the-unit' } });
  expect(await add('0377')).toMatchObject({
    value: { lines: [{ unitText: sims[1], verdict: 'allowed', reasons: [] }] },
  });
});

test('a unit read twice is in the basket once, and the second reading says so', async () => {
  const point = await opened();
  await point.done('choosePerson', { personId: await entitled(point), holdFirst: false });
  expect(await scan(point, sims[0])).not.toHaveProperty('value.again');
  expect(await scan(point, sims[0])).toMatchObject({ value: { again: true, basket: { lines: [{}] } } });
});

test('the card of somebody whose sale is set aside asks whether to take it back', async () => {
  const point = await opened();
  const personId = await entitled(point);
  await point.done('giveCard', { personId, card: memberCard(1) });
  await scan(point, memberCard(1));
  const { saleId } = await point.done('addProduct', { sku: sku('RECH-5') });
  await point.done('holdBasket', {});
  expect(await scan(point, memberCard(1))).toEqual({
    ok: true,
    value: { to: 'ask-recall', who: 'Fatoumata D.', saleId, personId },
  });
  await point.done('recallBasket', { saleId });
  expect(await scan(point, memberCard(1))).toMatchObject({ value: { to: 'basket', basket: { saleId } } });
});
