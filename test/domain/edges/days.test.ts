import { expect, test } from 'vitest';
import { day, instant, parseDay, timeLeft, weekdayOf } from '#domain/time.ts';

test('each day of a week has its name', () => {
  const week = [
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
  ];
  expect(week.map((one) => weekdayOf(day(one)))).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
});

test.each([
  'x2026-11-22',
  '2026-11-22x',
  '+002026-11-22',
  '2026-11-22T00:00',
  '2026-02-30',
  '2026-13-01',
  '',
])('%j is no day', (text) => {
  expect(parseDay(text)).toBeNull();
  expect(() => day(text)).toThrow(`not a day: ${text}`);
});

test.each([
  'x2026-11-22T09:30:00.000Z',
  '2026-11-22T09:30:00.000Zx',
  '2026-11-22T09:30:00Z',
  '2026-11-22T09:30:00.000+01:00',
])('%j is no instant', (text) => {
  expect(() => instant(text)).toThrow(`not an instant: ${text}`);
});

test('nothing is left once the last day is over; on the last day, that day', () => {
  expect(timeLeft(day('2026-11-23'), day('2026-11-22'))).toEqual({ months: 0, days: 0 });
  expect(timeLeft(day('2026-12-23'), day('2026-11-22'))).toEqual({ months: 0, days: 0 });
  expect(timeLeft(day('2026-11-22'), day('2026-11-22'))).toEqual({ months: 0, days: 1 });
});
