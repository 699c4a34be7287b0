import { expect, test } from 'vitest';
import type { FinishedSale } from '#contract/sale.ts';
import type { Input } from '#contract/ipc.ts';
import { brandAs } from '#domain/ids.ts';
import type { SalePayload } from '#domain/sale.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import { day } from '#domain/time.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  credit,
  defects,
  devices,
  entitled,
  hour,
  openDay,
  payloadsOf,
  phones,
  rowsOf,
  scan,
  sell,
  sims,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, publishAs, testPoint } from '#test/support/point.ts';

type Asked = Input<'returnLines'>['lines'][number];

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

const linesOf = async (point: TestPoint, sale: FinishedSale) =>
  (await point.done('ticket', { saleId: sale.saleId })).lines;

/** Brings lines of a ticket back; by default the first one, unopened, for its money. */
async function bringBack(
  point: TestPoint,
  sale: FinishedSale,
  change: Partial<Asked> & { readonly line?: number; readonly returnId?: string } = {},
  override: Input<'returnLines'>['override'] = null,
) {
  const { line = 0, returnId = crypto.randomUUID(), ...asked } = change;
  const lines = await linesOf(point, sale);
  return point.call('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(returnId),
    lines: [
      {
        lineId: lines[line]!.lineId,
        quantity: 1,
        condition: 'unopened',
        as: 'refund',
        newUnit: null,
        ...asked,
      },
    ],
    override,
  });
}

test('a charger comes back unopened for what was paid, once', async () => {
  const point = await opened();
  await point.signInAs('manager');
  await point.done('receiveQuantity', { sku: sku('CHARGEUR'), quantity: 3 });
  const sale = await sell(point, { skus: ['CHARGEUR'] });
  expect(await bringBack(point, sale)).toMatchObject({
    ok: true,
    value: { number: 'PAR13-1-2026-000002', refundByKind: { cash: -1_500, bankCard: 0, structureCredit: 0 } },
  });
  expect(await bringBack(point, sale)).toEqual({ ok: false, refusal: { kind: 'return-too-many', left: 0 } });
  const stock = (await point.done('stock', {})).find((row) => row.sku === 'CHARGEUR');
  expect(stock).toMatchObject({ available: 3 });
  expect(await point.done('ticket', { saleId: sale.saleId })).toMatchObject({
    lines: [{ returned: 1 }],
    returns: [{ number: 'PAR13-1-2026-000002', totalCents: -1_500 }],
  });
  const [back] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(back).toMatchObject({
    original: sale.number,
    totalCents: -1_500,
    tenders: [{ kind: 'cash', cents: -1_500 }],
  });
  expect(defects(point)).toEqual([]);
});

test('the family says what may come back and how; a manager lifts that, never the quantity', async () => {
  const point = await opened();
  const sale = await sell(point, {
    to: await entitled(point),
    skus: ['RECH-5', 'CHARGEUR'],
    scans: [sims[0]],
  });
  const refusal = async (change: Parameters<typeof bringBack>[2]) => {
    const answer = await bringBack(point, sale, change);
    return answer.ok ? null : answer.refusal.kind;
  };
  expect(await refusal({ line: 0 })).toBe('return-never');
  expect(await refusal({ line: 1, condition: 'faulty' })).toBe('return-only-unopened');
  expect(await refusal({ line: 1, as: 'exchange' })).toBe('return-only-refund');
  expect(await refusal({ line: 2 })).toBe('return-only-faulty');
  expect(await refusal({ line: 2, condition: 'faulty' })).toBe('return-only-exchange');
  expect(await refusal({ line: 1, quantity: 2 })).toBe('return-too-many');
  expect(await refusal({ line: 1, lineId: brandAs(crypto.randomUUID()) })).toBe('return-line-unknown');
  const override = { approval, reason: 'erreur de vente' };
  expect(await bringBack(point, sale, { line: 0 }, override)).toMatchObject({ ok: true });
  expect(await bringBack(point, sale, { line: 0 }, override)).toMatchObject({
    refusal: { kind: 'return-too-many' },
  });
  expect(payloadsOf<SalePayload>(point, 'sale', 'return')[0]).toMatchObject({
    approvedBy: 'E03',
    operator: 'E01',
  });
});

test('a faulty SIM is exchanged: the old one is blocked, the new one sold, no money moves', async () => {
  const point = await opened();
  const personId = await entitled(point);
  const sale = await sell(point, { to: personId, scans: [sims[0]] });
  const exchange = (newUnit: string | null) =>
    bringBack(point, sale, { condition: 'faulty', as: 'exchange', newUnit });
  expect(await exchange(null)).toEqual({ ok: false, refusal: { kind: 'exchange-unit-needed' } });
  for (const text of [sims[0], '8933100004200000', phones[0]])
    expect(await exchange(text)).toEqual({ ok: false, refusal: { kind: 'exchange-unit-refused', text } });
  expect(await exchange(sims[1])).toMatchObject({ ok: true, value: { refundByKind: { cash: 0 } } });
  const status = (text: string) => point.store.unitByKey(brandAs(text.slice(0, 19)))?.status;
  expect([status(sims[0]), status(sims[1])]).toEqual(['blocked', 'sold']);
  const [back] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(back).toMatchObject({
    totalCents: 0,
    tenders: [],
    lines: [{ totalCents: -500 }, { totalCents: 500 }],
  });
  await point.done('choosePerson', { personId, holdFirst: false });
  const { left } = await point.done('basket', {});
  expect(left.find((one) => one.family === 'sim')).toMatchObject({ before: 0 });
});

test('one new card does not replace two', async () => {
  const point = await opened();
  const personId = await entitled(point);
  await point.done('choosePerson', { personId, holdFirst: false });
  await scan(point, sims[0]);
  await scan(point, sims[1]);
  const [, second] = (await point.done('basket', {})).lines;
  await point.done('markLine', { lineId: second!.lineId, forHousehold: false, replacement: 'lost' });
  const sale = await sell(point, { to: personId });
  const returnId = brandAs<never>(crypto.randomUUID());
  const lines = (await linesOf(point, sale)).map((line) => ({
    lineId: line.lineId,
    quantity: 1,
    condition: 'faulty' as const,
    as: 'exchange' as const,
    newUnit: sims[2] as string,
  }));
  expect(await point.call('returnLines', { saleId: sale.saleId, returnId, lines, override: null })).toEqual({
    ok: false,
    refusal: { kind: 'exchange-unit-refused', text: sims[2] },
  });
});

test('an untested phone is not given in exchange', async () => {
  const point = await opened();
  const sale = await sell(point, { to: await entitled(point), scans: [phones[0]] });
  await point.signInAs('manager');
  const text = '490154203237518';
  const provenance = { donor: 'particulier', tested: false, wiped: false } as const;
  const unit = await point.done('receiveUnit', { sku: sku('TEL-A'), text, confirmed: false, provenance });
  await point.signInAs('seller');
  const exchange = () => bringBack(point, sale, { condition: 'faulty', as: 'exchange', newUnit: text });
  expect(await exchange()).toEqual({ ok: false, refusal: { kind: 'exchange-unit-refused', text } });
  await point.signInAs('manager');
  await point.done('markTested', { unitKey: unit.key, tested: true, wiped: true });
  expect(await exchange()).toMatchObject({ ok: true });
});

test('money goes back by the tenders that paid: card, then structure, cash last', async () => {
  const point = await opened();
  const sale = await sell(point, {
    skus: ['CHARGEUR', 'CHARGEUR', 'CHARGEUR'],
    tenders: [cash(2_000), bankCard(1_000), credit(2_000)],
  });
  expect(sale.changeCents).toBe(500);
  const kinds: unknown[] = [];
  for (const line of [0, 1, 2]) {
    const answer = await bringBack(point, sale, { line });
    kinds.push(answer.ok ? answer.value.refundByKind : answer.refusal);
  }
  expect(kinds).toEqual([
    { cash: 0, bankCard: -1_000, structureCredit: -500 },
    { cash: 0, bankCard: 0, structureCredit: -1_500 },
    { cash: -1_500, bankCard: 0, structureCredit: 0 },
  ]);
  expect(payloadsOf<SalePayload>(point, 'sale', 'return')[1]?.tenders).toEqual([
    { ...credit(0), cents: -1_500 },
  ]);
});

test('a seller refunds up to the policy’s amount; above it a manager approves or does it', async () => {
  const point = await opened();
  const sale = await sell(point, { to: await entitled(point), scans: [phones[0], devices[2]] });
  const faulty = { condition: 'faulty' } as const;
  expect(await bringBack(point, sale, faulty)).toEqual({
    ok: false,
    refusal: { kind: 'approval-needed', act: 'refund' },
  });
  expect(await bringBack(point, sale, faulty, { approval, reason: 'écran' })).toMatchObject({
    ok: true,
    value: { refundByKind: { cash: -4_500 } },
  });
  await point.signInAs('manager');
  expect(await bringBack(point, sale, { ...faulty, line: 1 })).toMatchObject({ ok: true });
  expect(rowsOf(point, "SELECT status FROM unit WHERE key IN ('356938030010004', 'PASM25-0102')")).toEqual([
    { status: 'blocked' },
    { status: 'blocked' },
  ]);
});

test('a return pressed twice is one return; other content under its id is refused', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  const returnId = crypto.randomUUID();
  const [first, second] = await Promise.all([
    bringBack(point, sale, { returnId }),
    bringBack(point, sale, { returnId }),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await bringBack(point, sale, { returnId, line: 1 })).toMatchObject({
    refusal: { kind: 'sale-already-finished', number: 'PAR13-1-2026-000002' },
  });
  expect(await bringBack(point, sale, { returnId: sale.saleId })).toMatchObject({
    refusal: { kind: 'sale-already-finished', number: sale.number },
  });
  expect(payloadsOf(point, 'sale', 'return')).toHaveLength(1);
});

test('usage goes back to the day it was taken and to the count it was taken from', async () => {
  const point = await testPoint({ at: '2026-11-30T09:00:00.000Z' as never });
  await openDay(point, day('2026-11-30'));
  const personId = await entitled(point);
  await point.done('choosePerson', { personId, holdFirst: false });
  await scan(point, phones[0]);
  await scan(point, sims[0]);
  await scan(point, sims[1]);
  const [, , third] = (await point.done('basket', {})).lines;
  await point.done('markLine', { lineId: third!.lineId, forHousehold: false, replacement: 'stolen' });
  const sale = await sell(point, { to: personId, skus: ['RECH-20'] });
  await closeDay(point);
  point.later(24 * hour);
  await openDay(point, day('2026-12-01'));
  const override = { approval, reason: 'erreur' };
  await bringBack(point, sale, { line: 1 }, override);
  await bringBack(point, sale, { line: 3 }, override);
  const given = 'SELECT family, units, on_day, replacement FROM usage WHERE units < 0 ORDER BY seq';
  expect(rowsOf(point, given)).toEqual([
    { family: 'sim', units: -1, on_day: '2026-11-30', replacement: null },
    { family: 'topup', units: -1, on_day: '2026-11-30', replacement: null },
  ]);
});

test('a unit that comes back and is sold again asks for the identity of whoever gets it', async () => {
  const point = await opened();
  const first = await sell(point, { to: await entitled(point), scans: [sims[0]] });
  const unitKey = brandAs<never>(sims[0].slice(0, 19));
  await point.done('recordIdentitySeen', { saleId: first.saleId, unitKey, how: 'seen' });
  await bringBack(point, first, {}, { approval, reason: 'jamais ouverte' });
  await point.signInAs('manager');
  await point.done('writeOff', { unitKey, reason: 'count' });
  const provenance = { donor: 'opérateur', tested: false, wiped: false } as const;
  await point.done('receiveUnit', { sku: sku('CARTE-35'), text: sims[0], confirmed: false, provenance });
  const other = await entitled(point, 2, { birthName: 'Benali', firstNames: 'Karim' });
  const second = await sell(point, { to: other, scans: [sims[0]] });
  expect(second.identitySteps).toMatchObject([{ done: false }]);
});

test('a return is not returned, and nothing comes back before the till is opened', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  const back = await bringBack(point, sale);
  if (!back.ok) throw new Error('refused');
  const asReturn = { ...sale, saleId: back.value.saleId };
  expect(await bringBack(point, asReturn)).toEqual({
    ok: false,
    refusal: { kind: 'return-too-many', left: 0 },
  });
  await closeDay(point);
  expect(await bringBack(point, sale, { line: 1 })).toEqual({ ok: false, refusal: { kind: 'no-session' } });
});

test('later prints are DUPLICATA 1, 2, 3 in the chain of copies; the first print is not', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  const first = await point.done('printTicket', { saleId: sale.saleId });
  await point.done('printTicket', { saleId: sale.saleId });
  expect(JSON.stringify(first.document)).not.toContain('DUPLICATA');
  expect(rowsOf(point, 'SELECT id FROM print_job')).toHaveLength(1);
  for (const copy of [1, 2, 3]) {
    const again = await point.done('reprintTicket', { saleId: sale.saleId, reason: 'asked', to: 'printer' });
    expect(again.copy).toBe(copy);
    expect(JSON.stringify(again.document)).toContain(`DUPLICATA ${copy}`);
  }
  expect(payloadsOf(point, 'copy', 'duplicata')).toMatchObject([
    { of: sale.number, copy: 1, operator: 'E01', reason: 'asked' },
    { copy: 2 },
    { copy: 3 },
  ]);
  expect(await point.done('ticket', { saleId: sale.saleId })).toMatchObject({
    copies: [1, 2, 3].map((copy) => ({ copy, by: 'Awa', reason: 'asked' })),
  });
  expect(defects(point)).toEqual([]);
});

test('a ticket that is on paper is not printed a second time as if it were the first', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  await point.done('printTicket', { saleId: sale.saleId });
  const [job] = await point.done('printJobs', {});
  const settle = (as: Input<'settlePrintJob'>['as']) => point.call('settlePrintJob', { id: job!.id, as });
  point.store.savePrintJob({ id: job!.id, state: 'ask' });
  expect(await settle('print-again')).toMatchObject({ ok: true });
  point.store.savePrintJob({ id: job!.id, state: 'printed' });
  expect(await settle('print-again')).toEqual({ ok: false, refusal: { kind: 'job-unknown' } });
  expect(await point.call('settlePrintJob', { id: crypto.randomUUID(), as: 'drop' })).toMatchObject({
    refusal: { kind: 'job-unknown' },
  });
});

test('what comes back takes back the tax of its sale, whatever the rate has become', async () => {
  const headquarters = newSigningKey();
  const at = (rate: number) => (body: ReferenceBody) => ({
    ...body,
    catalogue: {
      ...body.catalogue,
      sites: body.catalogue.sites.map((site) => ({
        ...site,
        vatRegime: 'taxed' as const,
        vatRates: { ...site.vatRates, N: rate },
      })),
      products: body.catalogue.products.map((one) => (one.sku === 'CHARGEUR' ? { ...one, vat: 'N' } : one)),
    },
  });
  const point = await testPoint({ headquarters, amend: at(2_000) });
  await openDay(point);
  const sale = await sell(point, { skus: ['CHARGEUR'] });
  publishAs(point.store, headquarters, { at: point.deps.now(), amend: at(550) });
  point.deps.referenceChanged();
  expect(await bringBack(point, sale)).toMatchObject({ ok: true });
  const [sold] = payloadsOf<SalePayload>(point, 'sale', 'sale');
  const [back] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(sold?.vat).toMatchObject([{ rateBasisPoints: 2_000, taxCents: 250 }]);
  expect(back?.vat).toMatchObject([{ rateBasisPoints: 2_000, taxCents: -250 }]);
});
