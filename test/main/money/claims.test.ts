import { expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { SalePayload } from '#domain/sale.ts';
import { day } from '#domain/time.ts';
import {
  approval,
  cash,
  closeDay,
  credit,
  entitled,
  openDay,
  payloadsOf,
  rowsOf,
  sell,
  sims,
  sku,
} from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

async function opened() {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  return point;
}

test('takings are named by the Z that set them aside', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  const { envelopes } = await point.done('moneyState', {});
  expect(envelopes.map((one) => [one.id, one.from, one.cents])).toEqual([['Z 1', 'closing', 1_500]]);
});

test('one undertaking without its number is refused among others that have theirs, or beside cash', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  for (const other of [cash(500), credit(500, 'ENG-2')])
    expect(
      await point.call('correctTender', { saleId, tenders: [credit(1_000, ' '), other], approval }),
    ).toEqual({ ok: false, refusal: { kind: 'commitment-needed' } });
});

test('a statement asked again is the first, also with another between; one that is unknown is not settled', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const other = { ...credit(1_500, 'ENG-9'), prescriberId: brandAs<PrescriberId>('P001') };
  await sell(point, { skus: ['CHARGEUR'], tenders: [other] });
  const asked = (prescriberId: string) => ({
    statementId: crypto.randomUUID(),
    prescriberId: brandAs<PrescriberId>(prescriberId),
  });
  const first = asked('P002');
  const made = await point.done('makeStatement', first);
  const second = await point.done('makeStatement', asked('P001'));
  expect([made.statement.number, second.statement.number]).toEqual([1, 2]);
  expect(await point.done('makeStatement', first)).toEqual(made);
  const unknown = { statementId: crypto.randomUUID(), on: day('2026-11-22'), cents: cents(1) };
  expect(await point.call('settleStatement', unknown)).toEqual({
    ok: false,
    refusal: { kind: 'statement-unknown' },
  });
});

test('an exchange saves nothing more than the sale did; what nobody received is noted as it comes back', async () => {
  const point = await opened();
  const sale = await sell(point, { to: await entitled(point), scans: [sims[0]] });
  const [line] = (await point.done('ticket', { saleId: sale.saleId })).lines;
  await point.done('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: line!.lineId, quantity: 1, condition: 'faulty', as: 'exchange', newUnit: sims[1] }],
    override: null,
  });
  const [exchange] = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect([exchange?.savingCents, exchange?.lines.map((one) => one.savingCents)]).toEqual([
    0,
    [-3_000, 3_000],
  ]);
  const back = {
    returnId: brandAs<never>(crypto.randomUUID()),
    sku: sku('CARTE-35'),
    quantity: 1,
    unit: '89331000042000009907',
    condition: 'faulty' as const,
    reason: 'sans ticket',
    approval,
  };
  await point.done('returnWithoutTicket', back);
  expect(rowsOf(point, `SELECT received_at_sale, received_on FROM unit WHERE text = '${back.unit}'`)).toEqual(
    [{ received_at_sale: 0, received_on: '2026-11-22' }],
  );
  await closeDay(point);
  expect(
    await point.call('returnWithoutTicket', { ...back, returnId: brandAs<never>(crypto.randomUUID()) }),
  ).toEqual({ ok: false, refusal: { kind: 'no-session' } });
});
