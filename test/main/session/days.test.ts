import { expect, test } from 'vitest';
import { day, instant } from '#domain/time.ts';
import { closeDay, float50, hour, openDay, sell } from '#test/support/desk.ts';
import { testPoint } from '#test/support/point.ts';

test('a session opened the evening before for the day that has come sells on it, and not on the next', async () => {
  // A clock that was a day ahead left that day behind; put right, the till goes on from it.
  const point = await testPoint({ at: instant('2026-11-23T09:00:00.000Z') });
  await openDay(point, day('2026-11-23'));
  await closeDay(point);
  point.later(-24 * hour);
  await point.done('openSession', { businessDay: day('2026-11-23'), count: float50, dayConfirmed: false });
  expect(await point.done('deskState', {})).toMatchObject({ session: { stale: false } });
  point.later(24 * hour);
  expect(await point.done('deskState', {})).toMatchObject({ session: { stale: false } });
  expect(await sell(point, { skus: ['CHARGEUR'] })).toMatchObject({ number: 'PAR13-1-2026-000001' });
  point.later(24 * hour);
  expect(await point.done('deskState', {})).toMatchObject({ session: { stale: true } });
});

test.each([
  [3, false],
  [4, true],
])('%i days after the last one the opening asks whether the day is right: %s', async (days, asks) => {
  const point = await testPoint();
  await openDay(point);
  await closeDay(point);
  point.later(days * 24 * hour);
  const { businessDay, dayNeedsConfirmation } = await point.done('openingProposal', {});
  expect(dayNeedsConfirmation).toBe(asks);
  const open = (dayConfirmed: boolean) =>
    point.call('openSession', { businessDay, count: float50, dayConfirmed });
  expect(await open(false)).toMatchObject({ ok: !asks });
  if (asks) expect(await open(true)).toMatchObject({ ok: true });
});
