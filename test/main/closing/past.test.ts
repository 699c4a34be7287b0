import { expect, test } from 'vitest';
import type { DayClosingPayload, LongClosingPayload } from '#domain/closing.ts';
import { day, instant } from '#domain/time.ts';
import { appendRecord } from '#main/journal/append.ts';
import { closeDay, defects, hour, openDay, payloadsOf, sell } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

test('a month names its first and its last day closing, however many there are', async () => {
  const point = await testPoint({ at: instant('2026-11-27T09:00:00.000Z') });
  for (const on of ['2026-11-27', '2026-11-28', '2026-11-29', '2026-12-01', '2027-01-01']) {
    while (point.deps.now().slice(0, 10) < on) point.later(24 * hour);
    await openDay(point, day(on));
    await sell(point, { skus: ['CHARGEUR'] });
    await closeDay(point);
  }
  const long = (type: string) =>
    payloadsOf<LongClosingPayload>(point, 'closing', type).map(({ period, days }) => [period, days]);
  expect(long('month')).toEqual([
    ['2026-11', { from: 2, to: 6 }],
    ['2026-12', { from: 9, to: 9 }],
  ]);
  expect(long('year')).toEqual([['2026', { from: 2, to: 9 }]]);
  expect(defects(point)).toEqual([]);
});

test('the list of past closings ends after about a year', async () => {
  const point = await testPoint();
  await openDay(point);
  await closeDay(point);
  const [payload] = payloadsOf<DayClosingPayload>(point, 'closing', 'day');
  const last = 850;
  point.store.transaction(() => {
    for (let seq = 3; seq <= last; seq += 1)
      appendRecord(point.deps, 'closing', 'day', { payload: payload!, businessDay: day('2026-11-22') });
  });
  const listed = (await point.done('closings', {})).map((one) => one.seq);
  expect([listed[0], listed.at(-1), listed.length]).toEqual([last, last - 800, 801]);
});

test('a closing printed again tells the screens that show copies and prints', async () => {
  const point = await testPoint();
  await openDay(point);
  await closeDay(point);
  const told: string[] = [];
  Object.assign(point.deps, { changed: (...topics: readonly string[]) => told.push(...topics) });
  await point.done('reprintClosing', { seq: 1, reason: 'asked' });
  expect(told.toSorted()).toEqual(['money', 'print-jobs', 'tickets']);
});
