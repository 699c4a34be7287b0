import { expect, test } from 'vitest';
import type { CopyPayload, DayClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { CorrectionPayload, SalePayload } from '#domain/sale.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  defects,
  devices,
  entitled,
  openDay,
  payloadsOf,
  register,
  rowsOf,
  sell,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function twoDesks(): Promise<{ readonly first: TestPoint; readonly second: TestPoint }> {
  const first = await testPoint();
  const second = first.beside();
  await openDay(first);
  await openDay(second);
  return { first, second };
}

const elsewhere = { ok: false, refusal: { kind: 'other-till', till: 'PAR13-1' } };
const lineOf = async (point: TestPoint, saleId: SaleId) =>
  (await point.done('ticket', { saleId })).lines[0]?.lineId ?? brandAs<never>('');

test('how a sale was paid and what it cost is put right where the money lies, and nothing is asked for elsewhere', async () => {
  const { first, second } = await twoDesks();
  const { saleId, totalCents } = await sell(first, { skus: ['CHARGEUR'] });
  const tenders = [bankCard(totalCents)];
  expect(await second.call('correctTender', { saleId, tenders, approval: null })).toEqual(elsewhere);
  const wrong = { ...approval, password: 'wrong' };
  const price = {
    saleId,
    correctionId: brandAs<SaleId>(crypto.randomUUID()),
    lineId: await lineOf(second, saleId),
    unitPriceCents: cents(100),
    reason: 'wrong-price-list' as const,
  };
  expect(await second.call('correctPrice', { ...price, approval: wrong })).toEqual(elsewhere);
  expect(payloadsOf(second, 'sale', 'correction')).toEqual([]);
  expect(await first.call('correctTender', { saleId, tenders, approval: null })).toMatchObject({ ok: true });
  expect(await first.call('correctPrice', { ...price, approval })).toMatchObject({ ok: true });
});

test('a person is put right from any till, in its own chain, and every till sees it', async () => {
  const { first, second } = await twoDesks();
  const wrong = await entitled(first);
  const right = await register(first, { birthName: 'Benali', firstNames: 'Karim' });
  const sold = await sell(first, { to: wrong, scans: [devices[0]] });
  const { saleId } = sold;
  expect(await second.call('correctPerson', { saleId, personId: right, approval: null })).toMatchObject({
    refusal: { kind: 'approval-needed' },
  });
  const put = await second.done('correctPerson', { saleId, personId: right, approval });
  expect(put.personId).toBe(right);
  expect(payloadsOf<CorrectionPayload>(first, 'sale', 'correction')).toEqual([]);
  expect(payloadsOf<CorrectionPayload>(second, 'sale', 'correction')).toMatchObject([
    { of: 'PAR13-1-2026-000001', saleId, change: { what: 'person', from: wrong, to: right } },
  ]);
  expect(rowsOf(second, 'SELECT till, record_seq FROM correction')).toEqual([
    { till: 'PAR13-2', record_seq: 1 },
  ]);
  expect((await first.done('ticket', { saleId })).personId).toBe(right);
  // Put right again where it was sold: of both corrections the last one counts.
  await first.done('correctPerson', { saleId, personId: wrong, approval });
  expect((await second.done('ticket', { saleId })).personId).toBe(wrong);
  expect((await second.done('ticket', { saleId })).corrections).toHaveLength(2);
});

test('a return pays out of the drawer where it happens, by the rules of the ticket of the other till', async () => {
  const { first, second } = await twoDesks();
  const { saleId, totalCents } = await sell(first, { skus: ['CHARGEUR'], tenders: [cash(2_000)] });
  await first.done('correctTender', { saleId, tenders: [bankCard(totalCents)], approval: null });
  const returnId = brandAs<SaleId>(crypto.randomUUID());
  const lines = [
    {
      lineId: await lineOf(second, saleId),
      quantity: 1,
      condition: 'unopened' as const,
      as: 'refund' as const,
      newUnit: null,
    },
  ];
  const override = { approval, reason: 'essai' };
  const back = await second.done('returnLines', { saleId, returnId, lines, override });
  expect(back).toEqual({
    saleId: returnId,
    number: 'PAR13-2-2026-000001',
    refundByKind: { cash: 0, bankCard: -totalCents, structureCredit: 0 },
  });
  expect(payloadsOf<SalePayload>(second, 'sale', 'return')).toMatchObject([
    { original: 'PAR13-1-2026-000001', totalCents: -totalCents },
  ]);
  // What came back at one till does not come back at the other.
  expect(
    await first.call('returnLines', { saleId, returnId: brandAs(crypto.randomUUID()), lines, override }),
  ).toMatchObject({ refusal: { kind: 'return-too-many', left: 0 } });
  expect((await first.done('ticket', { saleId })).returns).toMatchObject([{ number: 'PAR13-2-2026-000001' }]);
});

test('copies of a ticket are counted over all tills, those of a closing are its till’s', async () => {
  const { first, second } = await twoDesks();
  const { saleId } = await sell(first, { skus: ['CHARGEUR'] });
  await first.done('printTicket', { saleId });
  for (const [at, copy] of [
    [second, 1],
    [first, 2],
    [second, 3],
  ] as const)
    expect(await at.done('reprintTicket', { saleId, reason: 'asked', to: 'printer' })).toMatchObject({
      copy,
    });
  expect((await first.done('ticket', { saleId })).copies.map((one) => one.copy)).toEqual([1, 2, 3]);
  expect(payloadsOf<CopyPayload>(second, 'copy', 'duplicata').map((one) => one.copy)).toEqual([1, 3]);
  for (const at of [first, second]) {
    await closeDay(at);
    await at.signInAs('manager');
    const [z] = (await at.done('closings', {})).filter((one) => one.type === 'session');
    expect(await at.done('reprintClosing', { seq: z?.seq ?? 0, reason: 'asked' })).toMatchObject({
      copies: 1,
    });
  }
});

test('tills close apart: each Z has its own sales, each drawer its own money', async () => {
  const { first, second } = await twoDesks();
  const sold = await sell(first, { skus: ['CHARGEUR', 'CHARGEUR'] });
  await sell(second, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  const { saleId } = sold;
  const lines = [
    {
      lineId: await lineOf(second, saleId),
      quantity: 1,
      condition: 'unopened' as const,
      as: 'refund' as const,
      newUnit: null,
    },
  ];
  const override = { approval, reason: 'essai' };
  await second.done('returnLines', { saleId, returnId: brandAs(crypto.randomUUID()), lines, override });
  await closeDay(first);
  expect((await second.done('deskState', {})).session).not.toBeNull();
  await sell(second, { skus: ['CHARGEUR'] });
  await closeDay(second, { cash: { 1000: 5 } });
  const totals = (at: TestPoint) =>
    payloadsOf<SessionClosingPayload>(at, 'closing', 'session').map((one) => [
      one.number,
      one.totals.sales,
      one.totals.returns,
      one.totals.byTender,
    ]);
  expect(totals(first)).toEqual([[1, 1, 0, { cash: 3_000, bankCard: 0, structureCredit: 0 }]]);
  expect(totals(second)).toEqual([[1, 2, 1, { cash: 0, bankCard: 1_500, structureCredit: 0 }]]);
  const perpetual = (at: TestPoint) =>
    payloadsOf<DayClosingPayload>(at, 'closing', 'day').map((one) => one.perpetual);
  expect(perpetual(first)).toEqual([{ netCents: 3_000, absoluteCents: 3_000 }]);
  expect(perpetual(second)).toEqual([{ netCents: 1_500, absoluteCents: 4_500 }]);
  expect([defects(first), defects(second)]).toEqual([[], []]);
});

test('a form in progress is of whoever typed it, at the desk where it was typed', async () => {
  const { first, second } = await twoDesks();
  const draft = { birthName: 'Diallo' };
  await first.done('keepRegistrationDraft', { draft });
  expect(await second.done('registrationDraft', {})).toBeNull();
  await first.signInAs('manager');
  expect(await first.done('registrationDraft', {})).toBeNull();
  await first.done('keepRegistrationDraft', { draft: { birthName: 'Benali' } });
  await register(first, { birthName: 'Benali', firstNames: 'Karim' });
  expect(await first.done('registrationDraft', {})).toBeNull();
  await first.signInAs('seller');
  expect(await first.done('registrationDraft', {})).toEqual(draft);
});

test('a thing is sold once, whichever till is faster', async () => {
  const { first, second } = await twoDesks();
  const personId = await entitled(first);
  const other = await entitled(first, 2, { birthName: 'Benali', firstNames: 'Karim' });
  await first.done('choosePerson', { personId, holdFirst: false });
  await second.done('choosePerson', { personId: other, holdFirst: false });
  for (const at of [first, second]) await at.done('scan', { readings: [devices[0]] });
  const baskets = await Promise.all([first, second].map((at) => at.done('basket', {})));
  const [mine, theirs] = baskets;
  const finish = (at: TestPoint, basket: typeof mine) =>
    at.call('finishSale', {
      saleId: basket?.saleId ?? brandAs<SaleId>(''),
      tenders: [cash(basket?.totalCents ?? 0)],
      expectedTotalCents: basket?.totalCents ?? cents(0),
    });
  expect(await finish(first, mine)).toMatchObject({ ok: true });
  expect(await finish(second, theirs)).toMatchObject({ refusal: { kind: 'lines-refused', count: 1 } });
  expect(await second.call('addProduct', { sku: sku('CHARGEUR') })).toMatchObject({ ok: true });
});
