import { expect, test } from 'vitest';
import type { Input } from '#contract/ipc.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import {
  approval,
  bankCard,
  defects,
  entitled,
  openDay,
  payloadsOf,
  phones,
  rowsOf,
  sell,
  sims,
  sku,
} from '#test/support/desk.ts';
import type { SalePayload } from '#domain/sale.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

test('a price that was too high is put right by a record that takes the line back and sells it again', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR', 'ATELIER'], tenders: [bankCard(1_500)] });
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  const asked: Input<'correctPrice'> = {
    saleId: sale.saleId,
    correctionId: brandAs(crypto.randomUUID()),
    lineId: lines[0]!.lineId,
    unitPriceCents: cents(1_000),
    reason: 'promise-kept',
    approval,
  };
  const done = await point.done('correctPrice', asked);
  expect(done.refundByKind).toEqual({ cash: 0, bankCard: -500, structureCredit: 0 });
  expect(await point.done('correctPrice', asked)).toEqual(done);
  const [record] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(record?.lines.map((line) => [line.quantity, line.totalCents, line.returns?.reason ?? null])).toEqual(
    [
      [-1, -1_500, 'promise-kept'],
      [1, 1_000, null],
    ],
  );
  expect(record).toMatchObject({ totalCents: -500, approvedBy: approval.approver, original: sale.number });
  expect(await point.call('correctPrice', { ...asked, correctionId: brandAs(crypto.randomUUID()) })).toEqual({
    ok: false,
    refusal: { kind: 'return-too-many', left: 0 },
  });
  const shown = await point.done('ticket', { saleId: sale.saleId });
  expect(shown.returns).toMatchObject([{ number: done.number, totalCents: -500, ofPrice: true }]);
  // What was sold again at the right price can still come back, for what was paid in the end.
  const corrected = await point.done('ticket', { saleId: done.saleId });
  const back = await point.done('returnLines', {
    saleId: done.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [
      {
        lineId: corrected.lines[1]!.lineId,
        quantity: 1,
        condition: 'unopened',
        as: 'refund',
        newUnit: null,
      },
    ],
    override: { approval, reason: 'essai' },
  });
  expect(back.refundByKind.bankCard).toBe(-1_000);
  expect(defects(point)).toEqual([]);
});

test('a price is never put up afterwards, and never without a manager', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'] });
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  const asked = {
    saleId: sale.saleId,
    correctionId: brandAs<never>(crypto.randomUUID()),
    lineId: lines[0]!.lineId,
    unitPriceCents: cents(1_500),
    reason: 'wrong-product' as const,
    approval,
  };
  expect(await point.call('correctPrice', asked)).toEqual({
    ok: false,
    refusal: { kind: 'price-not-lower', unitPriceCents: 1_500 },
  });
  expect(
    await point.call('correctPrice', {
      ...asked,
      unitPriceCents: cents(100),
      approval: { ...approval, password: 'wrong' },
    }),
  ).toMatchObject({ refusal: { kind: 'approval-refused' } });
});

test('a thing without its ticket comes back by a manager, in cash, at the least it can have cost', async () => {
  const point = await opened();
  const asked: Input<'returnWithoutTicket'> = {
    returnId: brandAs(crypto.randomUUID()),
    sku: sku('CHARGEUR'),
    quantity: 2,
    unit: null,
    condition: 'unopened',
    reason: 'ticket perdu',
    approval,
  };
  const back = await point.done('returnWithoutTicket', asked);
  expect(back).toMatchObject({ number: 'PAR13-1-2026-000001', refundCents: 1_000 });
  expect(await point.done('returnWithoutTicket', asked)).toEqual(back);
  const [record] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(record).toMatchObject({
    original: null,
    approvedBy: approval.approver,
    netByKind: { cash: -1_000, bankCard: 0, structureCredit: 0 },
  });
  expect(record?.lines[0]?.returns?.reason).toBe('without-ticket:unopened');
  expect(defects(point)).toEqual([]);
});

test('what is followed one by one names its ticket when it was sold here, and is taken in when it was not', async () => {
  const point = await opened();
  const to = await entitled(point);
  const sale = await sell(point, { to, scans: [sims[0]] });
  const ask = (unit: string | null, product = 'CARTE-35') =>
    point.call('returnWithoutTicket', {
      returnId: brandAs(crypto.randomUUID()),
      sku: sku(product),
      quantity: 1,
      unit,
      condition: 'faulty',
      reason: 'sans ticket',
      approval,
    });
  expect(await ask(null)).toMatchObject({ refusal: { kind: 'unit-needed-back' } });
  expect(await ask(sims[0])).toEqual({
    ok: false,
    refusal: { kind: 'ticket-is-known', saleId: sale.saleId, number: sale.number },
  });
  // One that stands in our stock was never sold.
  expect(await ask(sims[1])).toMatchObject({ refusal: { kind: 'unit-never-sold' } });
  const stranger = '89331000042000009907';
  expect(await ask(stranger)).toMatchObject({ ok: true });
  const [unit] = rowsOf(point, `SELECT status FROM unit WHERE text = '${stranger}'`);
  expect(unit?.['status']).not.toBe('sold');
  expect(phones).toHaveLength(3);
});
