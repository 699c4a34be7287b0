import { expect, test } from 'vitest';
import { type Entitlement, latestWindow, standingOf } from '#domain/entitlement.ts';
import { day } from '#domain/time.ts';
import { entitled, policy, windowFrom } from '#test/support/catalogue.ts';

// Windows come in any order: which one stands never depends on it.

const both = (one: Entitlement, other: Entitlement): readonly (readonly Entitlement[])[] => [
  [one, other],
  [other, one],
];
const standing = (entitlements: readonly Entitlement[], on: string) =>
  standingOf({ ...entitled, entitlements }, policy, day(on));

test('of two that run, the one that began later stands; of two of one day, the later renewal', () => {
  const older = windowFrom('2026-09-15');
  const newer = windowFrom('2026-10-01', { renewal: 1 });
  for (const windows of both(older, newer))
    expect(standing(windows, '2026-11-22')).toEqual({ kind: 'entitled', entitlement: newer });
  const first = windowFrom('2026-09-15', { renewal: 1 });
  const second = windowFrom('2026-09-15', { renewal: 2 });
  for (const windows of both(first, second))
    expect(standing(windows, '2026-11-22')).toEqual({ kind: 'entitled', entitlement: second });
});

test('of two to come, the first to open is named; of two that ended, the last to end', () => {
  for (const windows of both(windowFrom('2027-02-01'), windowFrom('2027-01-01')))
    expect(standing(windows, '2026-11-22')).toEqual({ kind: 'not-open', opensOn: '2027-01-01' });
  const ended = (until: string) => windowFrom('2024-01-01', { until: day(until) });
  for (const windows of both(ended('2025-06-30'), ended('2025-12-31')))
    expect(standing(windows, '2026-11-22')).toEqual({ kind: 'lapsed', endedOn: '2025-12-31' });
});

test('one that ended and one that opens tomorrow: it opens tomorrow', () => {
  const ended = windowFrom('2024-01-01', { until: day('2026-11-21') });
  for (const windows of both(ended, windowFrom('2026-11-23')))
    expect(standing(windows, '2026-11-22')).toEqual({ kind: 'not-open', opensOn: '2026-11-23' });
});

test('the latest window ends last, and of two that end together is the later renewal', () => {
  const short = windowFrom('2026-01-01', { until: day('2026-06-30') });
  const long = windowFrom('2025-01-01', { until: day('2026-07-01') });
  for (const windows of both(short, long)) expect(latestWindow(windows)).toBe(long);
  const first = windowFrom('2026-01-01', { until: day('2026-06-30'), renewal: 1 });
  const again = windowFrom('2026-01-01', { until: day('2026-06-30'), renewal: 2 });
  for (const windows of both(first, again)) expect(latestWindow(windows)).toBe(again);
  expect(latestWindow([])).toBeUndefined();
});
