import { expect, test } from 'vitest';
import type { LongClosingPayload } from '#domain/closing.ts';
import { day, instant } from '#domain/time.ts';
import { closeDay, hour, openDay, payloadsOf, sell } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

const long = (point: TestPoint) =>
  (['month', 'year'] as const).flatMap((type) =>
    payloadsOf<LongClosingPayload>(point, 'closing', type).map((one) => one.period),
  );

async function closedOn(last: ReturnType<typeof day>): Promise<TestPoint> {
  const point = await testPoint({ at: instant(`${last}T09:00:00.000Z`) });
  await openDay(point, last);
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  return point;
}

test('a month and a year that ended are closed at the next opening, once', async () => {
  const point = await closedOn(day('2026-12-31'));
  point.later(48 * hour);
  await openDay(point, day('2027-01-02'));
  expect(long(point)).toEqual(['2026-12', '2026']);
  await closeDay(point);
  await openDay(point, day('2027-01-02'));
  await closeDay(point);
  expect(long(point)).toEqual(['2026-12', '2026']);
});

test('an opening long after the last day closes nothing by itself: a clock may be wrong; the day that follows does', async () => {
  const point = await closedOn(day('2026-11-10'));
  point.later(400 * 24 * hour);
  await openDay(point, day('2027-12-15'));
  expect(long(point)).toEqual([]);
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  expect(long(point)).toEqual(['2026-11', '2026']);
});
