import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { type Instant, day, instant } from '#domain/time.ts';
import { catchUp } from '#main/closing/after.ts';
import {
  cash,
  closeDay,
  closingInput,
  countOf,
  hour,
  noReasons,
  openDay,
  sell,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What the end of a session makes due, and what of it the next start finds undone.

/** Names of what the next start of this point would take up. */
function dueAtStart(point: TestPoint): string[] {
  const due: string[] = [];
  catchUp({ ...point.deps, later: (_work, name = '') => due.push(name) });
  return due;
}

const at = (text: string): { readonly at: Instant } => ({ at: instant(text) });

test('before any closing nothing is due; after one, a backup is until it is made', async () => {
  const point = await testPoint();
  expect(dueAtStart(point)).toEqual([]);
  await openDay(point);
  expect(dueAtStart(point)).toEqual([]);
  await closeDay(point);
  expect(dueAtStart(point)).toEqual(['backup']);
  await point.signInAs('manager');
  await point.done('makeBackup', {});
  expect(dueAtStart(point)).toEqual([]);
});

test('a backup older than the last closing is made again', async () => {
  const point = await testPoint({ ...at('2026-11-22T09:00:00.000Z'), background: true });
  await openDay(point);
  await closeDay(point);
  await point.settled();
  expect(dueAtStart(point)).toEqual([]);
  Object.assign(point.deps, { later: () => undefined });
  point.later(24 * hour);
  await openDay(point, day('2026-11-23'));
  await closeDay(point);
  expect(dueAtStart(point)).toEqual(['backup']);
});

test('a month and a year that ended are archived at the next start, never those that go on', async () => {
  const point = await testPoint(at('2026-12-31T09:00:00.000Z'));
  await openDay(point, day('2026-12-31'));
  await closeDay(point);
  expect(dueAtStart(point)).toEqual(['backup']);
  point.later(48 * hour);
  await openDay(point, day('2027-01-02'));
  await closeDay(point);
  const { till } = point.deps;
  expect(dueAtStart(point)).toEqual([`archive ${till} 2026`, `archive ${till} 2026-12`, 'backup']);
  await point.signInAs('manager');
  await point.done('makeArchive', { period: '2026-12', folder: null });
  await point.done('makeBackup', {});
  expect(dueAtStart(point)).toEqual([`archive ${till} 2026`, 'backup']);
  await point.done('makeArchive', { period: '2026', folder: null });
  expect(dueAtStart(point)).toEqual([]);
});

test('a sale made while the month is checked may call for a manager whom the count alone did not', async () => {
  const point = await testPoint(at('2026-10-20T09:00:00.000Z'));
  await openDay(point, day('2026-10-20'));
  await closeDay(point);
  point.later(42 * 24 * hour);
  await openDay(point, day('2026-12-01'));
  const input = await closingInput(point, { reasons: { ...noReasons, cash: 'unknown' } });
  const { saleId, totalCents } = await point.done('addProduct', { sku: sku('CHARGEUR') });
  const closing = point.call('closeSession', input);
  await point.done('finishSale', { saleId, tenders: [cash(1_500)], expectedTotalCents: totalCents });
  expect(await closing).toEqual({ ok: false, refusal: { kind: 'approval-needed', act: 'difference' } });
  expect(await point.done('closingState', {})).toMatchObject({ businessDay: '2026-12-01' });
});

test('the sale of the missing amount is named before a return that came first', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  const [line] = (await point.done('ticket', { saleId })).lines;
  await point.done('returnLines', {
    saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: line!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  const sale = await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  const counted = { cash: countOf(5_000), cardCents: null, creditCount: null };
  const { clues } = await point.done('checkCount', counted);
  expect(clues).toMatchObject([
    { kind: 'sale-of-that-amount', number: sale.number },
    { kind: 'return', cents: -1_500 },
  ]);
});
