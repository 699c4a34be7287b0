import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  clockIn,
  day,
  dayIn,
  daysBetween,
  firstDayOfNextMonth,
  instant,
  instantFromMs,
  instantMs,
  lastDayOfMonth,
  lastDayOfWindow,
  monthOf,
  offsetMinutesIn,
  parseDay,
  timeLeft,
  weekdayOf,
  yearOf,
} from '#domain/time.ts';

const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(day('2000-01-01'), days));

describe('a day', () => {
  test.each(['2026-11-22', '2028-02-29', '2000-02-29', '2026-12-31'])('may be %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    ['a day its month has not', '2026-02-30'],
    ['29 February of a common year', '2027-02-29'],
    ['29 February of a century', '2100-02-29'],
    ['a thirteenth month', '2026-13-01'],
    ['day zero', '2026-01-00'],
    ['a French date', '22/11/2026'],
    ['one digit', '2026-1-2'],
    ['an instant', '2026-11-22T00:00:00.000Z'],
    ['a trailing line', '2026-11-22\n'],
    ['nothing', ''],
  ])('is never %s', (_, text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => day(text)).toThrow(RangeError);
  });

  test('knows its month, year, weekday and the month after', () => {
    const on = day('2026-12-31');
    expect([monthOf(on), yearOf(on), weekdayOf(on), firstDayOfNextMonth(on)]).toEqual([
      '2026-12',
      2026,
      'thu',
      '2027-01-01',
    ]);
  });

  test('stands in a month that ends the day before the next one begins', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(addDays(lastDayOfMonth(on), 1)).toBe(firstDayOfNextMonth(on));
        expect(monthOf(lastDayOfMonth(on))).toBe(monthOf(on));
        expect(firstDayOfNextMonth(on).slice(8)).toBe('01');
      }),
      { numRuns: 1000 },
    );
    expect(['1900-02-01', '2000-02-01', '2028-02-01'].map((on) => lastDayOfMonth(day(on)))).toEqual([
      '1900-02-28',
      '2000-02-29',
      '2028-02-29',
    ]);
  });

  test('moves on by days and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), -days)).toBe(from);
      }),
    );
  });
});

describe('an instant', () => {
  test.each([
    '2026-11-22T09:30:00Z',
    '2026-11-22T09:30:00.000+01:00',
    '2026-11-22',
    '2026-13-22T09:30:00.000Z',
    '2026-02-30T09:30:00.000Z',
    '2026-11-22T24:00:00.000Z',
    '2026-11-22T09:60:00.000Z',
    '2026-11-22T09:30:60.000Z',
  ])('is never %s', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });

  test('comes back from its milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        const at = instantFromMs(ms);
        expect([instant(at), instantMs(at)]).toEqual([new Date(ms).toISOString(), ms]);
      }),
    );
  });

  test.each([
    ['2026-11-22T23:30:00.000Z', '2026-11-23', '00:30', 60],
    ['2026-07-14T22:00:00.000Z', '2026-07-15', '00:00', 120],
    ['2026-10-25T00:59:59.999Z', '2026-10-25', '02:59', 120],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '02:00', 60],
  ])('%s stands in Paris on %s at %s, %d minutes east', (text, on, clock, offset) => {
    const at = instant(text);
    const zone = 'Europe/Paris';
    expect([dayIn(at, zone), clockIn(at, zone), offsetMinutesIn(at, zone)]).toEqual([on, clock, offset]);
  });

  test('falls on another day overseas', () => {
    const at = instant('2026-11-22T23:30:00.000Z');
    expect([dayIn(at, 'Indian/Reunion'), dayIn(at, 'America/Guadeloupe')]).toEqual([
      '2026-11-23',
      '2026-11-22',
    ]);
  });
});

describe('a window', () => {
  test.each([
    ['2026-09-15', 18, '2028-03-14'],
    ['2026-08-31', 18, '2028-02-29'],
    ['2025-08-31', 18, '2027-02-28'],
    ['2026-03-01', 18, '2027-08-31'],
    ['2026-08-29', 18, '2028-02-28'],
    ['2026-08-30', 18, '2028-02-29'],
    ['2025-08-29', 18, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-01', 12, '2026-12-31'],
  ])('opened on %s for %d months ends on %s', (from, months, until) => {
    expect(lastDayOfWindow(day(from), months)).toBe(until);
  });

  test('never ends earlier when it opens later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const until = lastDayOfWindow(from, months);
        expect(until <= lastDayOfWindow(addDays(from, 1), months)).toBe(true);
        expect(until > from).toBe(true);
      }),
    );
  });

  test.each([
    ['2026-11-22', '2026-11-22', { months: 0, days: 1 }],
    ['2026-11-22', '2026-12-21', { months: 1, days: 0 }],
    ['2026-11-22', '2028-03-14', { months: 15, days: 22 }],
    ['2026-11-22', '2026-11-21', { months: 0, days: 0 }],
    ['2028-02-01', '2028-02-29', { months: 1, days: 0 }],
  ])('seen on %s with its end on %s still has %o', (from, until, left) => {
    expect(timeLeft(day(from), day(until))).toEqual(left);
  });
});
