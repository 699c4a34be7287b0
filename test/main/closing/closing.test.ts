import { expect, test } from 'vitest';
import type { DayClosingPayload, LongClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  closingInput,
  countOf,
  credit,
  defects,
  float50,
  hour,
  noReasons,
  openDay,
  payloadsOf,
  recordsOf,
  rowsOf,
  sell,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

async function refund(point: TestPoint, saleId: string): Promise<void> {
  const sale = await point.done('ticket', { saleId: brandAs(saleId) });
  await point.done('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [
      { lineId: sale.lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null },
    ],
    override: null,
  });
}

test('before the count nothing is told that would give the answer', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'], tenders: [credit(500), bankCard(500), cash(500)] });
  const state = await point.done('closingState', {});
  expect(Object.keys(state).toSorted()).toEqual([
    'basketInProgress',
    'businessDay',
    'creditCount',
    'hasCardSales',
    'held',
    'sessionId',
  ]);
  expect(state).toMatchObject({ creditCount: 1, hasCardSales: true, basketInProgress: false });
  expect(JSON.stringify(state)).not.toMatch(/500|1500|5500/);
});

test('a structure that was refunded leaves one paper to count, not two', async () => {
  const point = await opened();
  const sale = await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500)] });
  await refund(point, sale.saleId);
  expect(await point.done('closingState', {})).toMatchObject({ creditCount: 1 });
  const check = await point.done('checkCount', { cash: countOf(5_000), cardCents: null, creditCount: 1 });
  expect(check.differences.every((one) => one.differenceCents === 0)).toBe(true);
});

test('empty is not zero; every count given is kept', async () => {
  const point = await opened();
  const counted = { cardCents: null, creditCount: null };
  expect(await point.call('checkCount', { cash: {}, ...counted })).toEqual({
    ok: false,
    refusal: { kind: 'count-empty' },
  });
  expect(await point.call('checkCount', { cash: { 500: 0 }, ...counted })).toMatchObject({ ok: true });
  await point.done('checkCount', { cash: float50, ...counted });
  expect(rowsOf(point, 'SELECT id FROM cash_count')).toHaveLength(3);
  const input = await closingInput(point);
  expect(await point.call('closeSession', { ...input, cash: {} })).toMatchObject({
    refusal: { kind: 'count-empty' },
  });
});

test('a difference needs a reason, and above the policy’s amount a manager, but never stops the closing', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const input = await closingInput(point, { cash: countOf(6_000), floatLeft: countOf(5_000) });
  const close = (change: object) => point.call('closeSession', { ...input, ...change });
  expect(await close({})).toEqual({ ok: false, refusal: { kind: 'reason-needed', tender: 'cash' } });
  const reasons = { ...noReasons, cash: 'change-error' as const };
  expect(await close({ reasons })).toMatchObject({
    ok: true,
    value: {
      differences: [
        {
          tender: 'cash',
          expectedCents: 6_500,
          countedCents: 6_000,
          differenceCents: -500,
          reason: 'change-error',
        },
        { tender: 'bankCard', differenceCents: 0, reason: null },
        { tender: 'structureCredit', differenceCents: 0, reason: null },
      ],
    },
  });
  const other = await opened();
  await sell(other, { skus: ['CHARGEUR'] });
  const large = { ...(await closingInput(other)), cash: countOf(5_000), reasons };
  expect(await other.call('closeSession', large)).toEqual({
    ok: false,
    refusal: { kind: 'approval-needed', act: 'difference' },
  });
  expect(await other.call('closeSession', { ...large, approval })).toMatchObject({ ok: true });
  expect(payloadsOf(other, 'closing', 'session')).toMatchObject([{ closedBy: 'E01', joinedBy: 'E03' }]);
});

test('more cannot be left than was counted; the rest is set aside', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const input = await closingInput(point, { floatLeft: countOf(6_501) });
  expect(await point.call('closeSession', input)).toEqual({
    ok: false,
    refusal: { kind: 'float-above-count', countedCents: 6_500 },
  });
  const closed = await closeDay(point, { floatLeft: countOf(4_000), envelope: 'ENV-12' });
  expect(payloadsOf(point, 'closing', 'session')).toMatchObject([
    { floatLeftCents: 4_000, takingsCents: 2_500, envelope: 'ENV-12' },
  ]);
  const text = JSON.stringify(closed.document);
  for (const words of ['Z 1', '22/11/2026', 'ENV-12', 'Total perpétuel', '15,00', '40,00', '25,00'])
    expect(text).toContain(words);
  expect(rowsOf(point, "SELECT title FROM print_job WHERE title <> ''")).toEqual([{ title: 'Z 1' }]);
});

test('the check looks for what makes the difference, most likely first', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const returned = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  await refund(point, returned.saleId);
  await point.done('openDrawer', { reason: 'change' });
  const { clues, managerNeeded, hours } = await point.done('checkCount', {
    cash: countOf(6_500),
    cardCents: null,
    creditCount: null,
  });
  expect(clues.map((clue) => clue.kind)).toEqual([
    'sale-of-that-amount',
    'sale-of-that-amount',
    'return',
    'drawer-opened',
  ]);
  expect(managerNeeded).toBe(true);
  expect(hours).toEqual([{ hour: 10, byTender: { cash: 3_000, bankCard: 0, structureCredit: 0 } }]);
});

test('held baskets are kept or given up; the one in progress is not lost', async () => {
  const point = await opened();
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('holdBasket', {});
  await point.done('addProduct', { sku: sku('ATELIER') });
  await closeDay(point);
  expect(payloadsOf(point, 'closing', 'session')).toMatchObject([{ heldBaskets: { kept: 2, abandoned: 0 } }]);
  await openDay(point);
  expect(await point.done('heldBaskets', {})).toHaveLength(2);
  await closeDay(point, { held: 'abandon' });
  expect(payloadsOf<SessionClosingPayload>(point, 'closing', 'session')[1]).toMatchObject({
    heldBaskets: { kept: 0, abandoned: 2 },
  });
  expect(payloadsOf(point, 'event', 'basket-abandoned')).toMatchObject([
    { reason: 'closing' },
    { reason: 'closing' },
  ]);
});

test('a basket in progress at the closing says, when it comes back, that its price changed', async () => {
  const point = await testPoint({ at: '2026-11-30T09:00:00.000Z' as never });
  await openDay(point, day('2026-11-30'));
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await closeDay(point);
  expect(point.store.basketById(saleId)).toMatchObject({ status: 'held', heldTotalCents: 1_500 });
});

test('perpetual totals grow over days, net and absolute, and every sale is in one closing', async () => {
  const point = await opened();
  const first = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  await sell(point, { skus: ['CHARGEUR'], tenders: [bankCard(1_500)] });
  await closeDay(point);
  point.later(24 * hour);
  await openDay(point, day('2026-11-23'));
  await refund(point, first.saleId);
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await openDay(point, day('2026-11-23'));
  const again = await sell(point, { skus: ['CHARGEUR'] });
  await point.done('correctTender', { saleId: again.saleId, tenders: [bankCard(1_500)], approval: null });
  await closeDay(point);
  const days = payloadsOf<DayClosingPayload>(point, 'closing', 'day');
  const sessions = payloadsOf<SessionClosingPayload>(point, 'closing', 'session');
  expect(sessions.map((one) => one.perpetual)).toEqual([
    { netCents: 4_500, absoluteCents: 4_500 },
    { netCents: 4_500, absoluteCents: 7_500 },
    { netCents: 6_000, absoluteCents: 9_000 },
  ]);
  expect(days.map((one) => one.perpetual)).toEqual(sessions.map((one) => one.perpetual));
  expect(days.map((one) => one.previousBusinessDay)).toEqual([null, '2026-11-22', '2026-11-23']);
  expect(days.map((one) => one.sales)).toEqual([
    { from: 1, to: 2 },
    { from: 3, to: 4 },
    { from: 5, to: 6 },
  ]);
  expect(sessions.map((one) => one.sales)).toEqual(days.map((one) => one.sales));
  expect(days[2]?.totals).toMatchObject({
    sales: 1,
    corrections: 1,
    byTender: { cash: 0, bankCard: 1_500, structureCredit: 0 },
  });
  const all = recordsOf(point, 'sale').map((record) => record.seq);
  const covered = days.flatMap(({ sales: { from, to } }) => all.filter((seq) => from <= seq && seq <= to));
  expect(covered).toEqual(all);
  expect(sessions.map((one) => one.number)).toEqual([1, 2, 3]);
  expect(defects(point)).toEqual([]);
});

test('a day without sales closes too, over an empty range', async () => {
  const point = await opened();
  await closeDay(point);
  expect(payloadsOf(point, 'closing', 'day')).toMatchObject([
    { sales: { from: 1, to: 0 }, totals: { sales: 0, totalCents: 0 }, perpetual: { netCents: 0 } },
  ]);
});

test('a month and a year are closed at the first closing after their end, over their days', async () => {
  const point = await testPoint({ at: '2026-11-29T09:00:00.000Z' as never });
  for (const [on, skus] of [
    ['2026-11-29', ['CHARGEUR']],
    ['2026-11-30', ['CHARGEUR', 'CHARGEUR']],
    ['2026-12-01', ['CHARGEUR']],
    ['2026-12-31', []],
    ['2027-01-02', ['CHARGEUR']],
  ] as const) {
    while (point.deps.now().slice(0, 10) < on) point.later(24 * hour);
    await openDay(point, day(on));
    if (skus.length > 0) await sell(point, { skus });
    await closeDay(point);
  }
  const kinds = recordsOf(point, 'closing').map((record) => record.type);
  expect(kinds.join(' ')).toBe(
    'session day session day month session day session day month year session day',
  );
  const [november, december] = payloadsOf<LongClosingPayload>(point, 'closing', 'month');
  expect(november).toMatchObject({
    period: '2026-11',
    days: { from: 2, to: 4 },
    totals: { sales: 2, totalCents: 4_500 },
    perpetual: { netCents: 4_500 },
  });
  expect(december).toMatchObject({ period: '2026-12', totals: { sales: 1 }, perpetual: { netCents: 6_000 } });
  expect(payloadsOf(point, 'closing', 'year')).toMatchObject([
    { period: '2026', totals: { sales: 3, totalCents: 6_000 }, perpetual: { netCents: 6_000 } },
  ]);
  expect(defects(point)).toEqual([]);
});

test('an archive made before its month is over does not stand for the month', async () => {
  const point = await testPoint({ at: '2026-11-30T09:00:00.000Z' as never });
  const november = async () => (await point.done('archives', {})).periods.find(isNovember);
  const isNovember = (one: { readonly period: string }): boolean => one.period === '2026-11';
  await openDay(point);
  await closeDay(point);
  await point.signInAs('manager');
  await point.done('makeArchive', { period: '2026-11', folder: null });
  expect(await november()).toMatchObject({ complete: false, archived: false });
  point.later(24 * hour);
  await openDay(point, day('2026-12-01'));
  await closeDay(point);
  await point.signInAs('manager');
  expect(await november()).toMatchObject({ complete: true, archived: false });
  await point.done('makeArchive', { period: '2026-11', folder: null });
  expect(await november()).toMatchObject({ complete: true, archived: true });
});

test('closing pressed twice closes once', async () => {
  const point = await opened();
  const input = await closingInput(point);
  const [first, second] = await Promise.all([
    point.call('closeSession', input),
    point.call('closeSession', input),
  ]);
  expect(first).toMatchObject({ ok: true, value: { batchNo: 1 } });
  expect(second).toEqual({ ok: false, refusal: { kind: 'no-session' } });
  expect(payloadsOf(point, 'closing', 'day')).toHaveLength(1);
});

test('a sale made while a manager types is in the difference that is signed', async () => {
  const point = await opened();
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const input = await closingInput(point, {
    cash: countOf(2_000),
    floatLeft: countOf(2_000),
    reasons: { ...noReasons, cash: 'unknown' },
    approval,
  });
  const closing = point.call('closeSession', input);
  await point.done('finishSale', { saleId, tenders: [cash(1_500)], expectedTotalCents: cents(1_500) });
  expect(await closing).toMatchObject({
    ok: true,
    value: { differences: [{ expectedCents: 6_500, countedCents: 2_000, differenceCents: -4_500 }, {}, {}] },
  });
});

test('past closings are listed, newest first', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await openDay(point);
  await closeDay(point);
  expect(await point.done('closings', {})).toMatchObject([
    { type: 'day', label: '2026-11-22', totalCents: 0, differenceCents: null, perpetualCents: 1_500 },
    { type: 'session', label: 'Z 2', businessDay: '2026-11-22', totalCents: 0, differenceCents: 0 },
    { type: 'day', totalCents: 1_500 },
    { type: 'session', label: 'Z 1', totalCents: 1_500, byTender: { cash: 1_500 } },
  ]);
});
