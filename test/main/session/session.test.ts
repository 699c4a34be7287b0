import { expect, test } from 'vitest';
import type { CallName } from '#contract/ipc.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  closingInput,
  hour,
  openDay,
  sell,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const open = (point: TestPoint, businessDay: string, change: { dayConfirmed?: boolean } = {}) =>
  point.call('openSession', {
    businessDay: day(businessDay),
    count: { 1000: 5 },
    dayConfirmed: false,
    ...change,
  });

test('nothing is sold, counted or moved before the till is opened', async () => {
  const point = await testPoint();
  await point.signInAs('manager');
  const saleId = crypto.randomUUID() as never;
  const given: readonly (readonly [CallName, unknown])[] = [
    ['basket', {}],
    ['addProduct', { sku: 'CHARGEUR' }],
    ['scan', { readings: ['2000000000138'] }],
    ['choosePerson', { personId: null, holdFirst: false }],
    ['holdBasket', {}],
    ['startPayment', { saleId }],
    ['cancelPayment', { saleId }],
    [
      'moveCash',
      {
        moveId: crypto.randomUUID(),
        kind: 'pay-in',
        cents: 100,
        reason: 'change',
        envelope: null,
        approval: null,
      },
    ],
    ['openDrawer', { reason: 'check' }],
    ['xReport', { print: false }],
    ['closingState', {}],
    ['checkCount', { cash: { 100: 1 }, cardCents: null, creditCount: null }],
  ];
  for (const [name, input] of given)
    expect(await point.call(name, input as never), name).toEqual({
      ok: false,
      refusal: { kind: 'no-session' },
    });
});

test('proposes today in the site’s time zone', async () => {
  const point = await testPoint({ at: '2026-11-22T23:30:00.000Z' as never });
  await point.signInAs('seller');
  expect(await point.done('openingProposal', {})).toMatchObject({
    businessDay: '2026-11-23',
    lastBusinessDay: null,
    floatLeftCents: null,
    dayNeedsConfirmation: false,
  });
});

test('never opens in the future, before the last day, or twice', async () => {
  const point = await testPoint();
  await point.signInAs('seller');
  expect(await open(point, '2026-11-23')).toEqual({ ok: false, refusal: { kind: 'day-in-future' } });
  expect(await open(point, '2026-11-22')).toMatchObject({ ok: true, value: { number: 1, stale: false } });
  expect(await open(point, '2026-11-22')).toEqual({ ok: false, refusal: { kind: 'session-open' } });
  await closeDay(point);
  point.later(24 * hour);
  expect(await open(point, '2026-11-21')).toEqual({
    ok: false,
    refusal: { kind: 'day-before-last', lastBusinessDay: '2026-11-22' },
  });
  expect(await open(point, '2026-11-22')).toMatchObject({ ok: true, value: { number: 2 } });
});

test('a day more than three days after the last one is confirmed in words', async () => {
  const point = await testPoint();
  await openDay(point);
  await closeDay(point);
  point.later(4 * 24 * hour);
  expect(await point.done('openingProposal', {})).toMatchObject({ dayNeedsConfirmation: true });
  expect(await open(point, '2026-11-26')).toEqual({
    ok: false,
    refusal: { kind: 'day-needs-confirmation', lastBusinessDay: '2026-11-22' },
  });
  expect(await open(point, '2026-11-25')).toMatchObject({ ok: true });
  await closeDay(point);
  expect(await open(point, '2026-11-26')).toMatchObject({ ok: true });
});

test('compares the float with what the last closing left', async () => {
  const point = await testPoint();
  await openDay(point);
  await closeDay(point);
  expect(await point.done('openingProposal', {})).toMatchObject({ floatLeftCents: 5_000 });
  const opened = await point.call('openSession', {
    businessDay: day('2026-11-22'),
    count: { 1000: 4, 500: 1 },
    dayConfirmed: false,
  });
  expect(opened).toMatchObject({ ok: true, value: { floatCents: 4_500, floatDifferenceCents: -500 } });
});

test('a session of another day is closed first, before any sale', async () => {
  const point = await testPoint();
  await openDay(point);
  await point.done('addProduct', { sku: sku('CHARGEUR') });
  point.later(24 * hour);
  const stale = { ok: false, refusal: { kind: 'session-stale', businessDay: '2026-11-22' } };
  expect(await point.call('addProduct', { sku: sku('CHARGEUR') })).toEqual(stale);
  expect(await point.call('xReport', { print: false })).toEqual(stale);
  expect(await point.done('deskState', {})).toMatchObject({ session: { stale: true } });
  expect(await point.done('closingState', {})).toMatchObject({ basketInProgress: true });
  expect(await closeDay(point)).toMatchObject({ number: 1, businessDay: '2026-11-22' });
  expect(await open(point, '2026-11-23')).toMatchObject({ ok: true, value: { number: 2 } });
});

test('a session opened today for yesterday sells today', async () => {
  const point = await testPoint();
  await openDay(point, day('2026-11-21'));
  expect(await sell(point, { skus: ['CHARGEUR'] })).toMatchObject({ totalCents: 1_500 });
});

test('a clock that was ahead does not shut the till until that day comes', async () => {
  const point = await testPoint({ at: '2027-01-10T09:00:00.000Z' as never });
  await openDay(point, day('2027-01-10'));
  await closeDay(point);
  point.later(-40 * 24 * hour);
  const { businessDay } = await point.done('openingProposal', {});
  expect(businessDay).toBe('2027-01-10');
  expect(await open(point, businessDay)).toMatchObject({ ok: true, value: { stale: false } });
  expect(await sell(point, { skus: ['CHARGEUR'] })).toMatchObject({ number: 'PAR13-1-2027-000001' });
});

test('a payment that began before midnight is finished after it', async () => {
  const point = await testPoint({ at: '2026-11-22T22:55:00.000Z' as never });
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('startPayment', { saleId });
  point.later(10 * 60_000);
  await point.done('setTenders', { saleId, tenders: [bankCard(1_500)], cardPending: null });
  const finish = { saleId, tenders: [bankCard(1_500)], expectedTotalCents: cents(1_500) };
  expect(await point.done('finishSale', finish)).toMatchObject({ totalCents: 1_500 });
  expect(await point.call('addProduct', { sku: sku('CHARGEUR') })).toMatchObject({
    refusal: { kind: 'session-stale' },
  });
});

test('a payment left from another day does not keep the day from being closed', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('setTenders', { saleId, tenders: [cash(500)], cardPending: null });
  expect(await point.call('closeSession', await closingInput(point))).toEqual({
    ok: false,
    refusal: { kind: 'payment-in-progress' },
  });
  point.later(24 * hour);
  await closeDay(point);
  await open(point, '2026-11-23');
  const back = await point.done('recallBasket', { saleId });
  expect(back).toMatchObject({ saleId, totalCents: 1_500, payment: null });
});

test('a card charged the day before waits with its basket for its sale, whatever is abandoned', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  await point.done('setTenders', { saleId, tenders: [bankCard(1_500)], cardPending: null });
  point.later(24 * hour);
  await closeDay(point, { held: 'abandon', approval });
  await open(point, '2026-11-23');
  const back = await point.done('recallBasket', { saleId });
  expect(back.payment).toMatchObject({ tenders: [bankCard(1_500)], remainingCents: 0 });
  const finish = { saleId, tenders: [bankCard(1_500)], expectedTotalCents: cents(1_500) };
  expect(await point.done('finishSale', finish)).toMatchObject({ number: 'PAR13-1-2026-000001' });
});
