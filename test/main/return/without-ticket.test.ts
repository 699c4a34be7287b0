import { expect, test } from 'vitest';
import { type PrescriberId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { SalePayload } from '#domain/sale.ts';
import { day } from '#domain/time.ts';
import { approval, credit, openDay, payloadsOf, sell, sku } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

test('the record of a thing without its ticket names the thing and the cash that was given for it', async () => {
  const point = await testPoint();
  await openDay(point);
  const back = (what: string, unit: string | null) =>
    point.done('returnWithoutTicket', {
      returnId: brandAs(crypto.randomUUID()),
      sku: sku(what),
      quantity: 1,
      unit,
      condition: 'faulty',
      reason: 'sans ticket',
      approval,
    });
  const number = '89331000042000009907';
  await back('CARTE-35', number);
  await back('CHARGEUR', null);
  await back('ATELIER', null);
  const records = payloadsOf<SalePayload>(point, 'sale', 'return');
  expect(records.map(({ lines, tenders }) => [lines[0]?.sku, lines[0]?.unit, tenders])).toEqual([
    ['CARTE-35', { key: number.slice(0, 19), text: number }, [{ kind: 'cash', cents: -500 }]],
    ['CHARGEUR', null, [{ kind: 'cash', cents: -500 }]],
    ['ATELIER', null, []],
  ]);
});

test('what was asked for on two statements and came back altogether is taken off once', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.signInAs('manager');
  const prescriberId = brandAs<PrescriberId>('P002');
  const { saleId } = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500, 'ENG-1')] });
  const claim = async () => {
    const statementId = crypto.randomUUID();
    await point.done('makeStatement', { statementId, prescriberId });
    return statementId;
  };
  const first = await claim();
  // The structure leaves 5 € out: they stand on the next statement too.
  await point.done('settleStatement', { statementId: first, on: day('2026-11-22'), cents: cents(1_000) });
  await claim();
  const [line] = (await point.done('ticket', { saleId })).lines;
  await point.done('returnLines', {
    saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: line!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  expect((await point.done('moneyState', {})).structures).toMatchObject([
    { prescriberId, openCents: -1_500, claimedCents: 500 },
  ]);
});
