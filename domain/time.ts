import { Temporal } from 'temporal-polyfill';
import type { Brand } from './ids.ts';

/** UTC, ISO 8601 with milliseconds and Z: `2026-11-22T09:30:00.000Z`. Text order is time order. */
export type Instant = Brand<string, 'Instant'>;
/** Calendar day, `YYYY-MM-DD`. Text order is day order. */
export type Day = Brand<string, 'Day'>;
/** Calendar month, `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The text as a day, or null when it is not a real date (2026-02-30). */
export function parseDay(text: string): Day | null {
  if (!dayForm.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString() === text ? (text as Day) : null;
  } catch {
    return null;
  }
}

/** @throws RangeError for what is not a day: use on constants and checked input. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

/** @throws RangeError for what is not a UTC instant in milliseconds. */
export function instant(text: string): Instant {
  if (!instantForm.test(text) || instantFromMs(instantMs(text as Instant)) !== text)
    throw new RangeError(`not an instant: ${text}`);
  return text as Instant;
}

export function instantFromMs(epochMs: number): Instant {
  const text = Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' });
  return text as Instant;
}

export const instantMs = (at: Instant): number => Temporal.Instant.from(at).epochMilliseconds;

/** The calendar day that `at` falls on in a site's time zone. */
export const dayIn = (at: Instant, timeZone: string): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as Day;

/** `HH:MM` on the wall of a site. */
export const clockIn = (at: Instant, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

export const addDays = (from: Day, days: number): Day =>
  Temporal.PlainDate.from(from).add({ days }).toString() as Day;

export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

export const monthOf = (of: Day): Month => of.slice(0, 7) as Month;

export const yearOf = (of: Day): number => Number(of.slice(0, 4));

export const weekdayOf = (of: Day): Weekday => weekdays[Temporal.PlainDate.from(of).dayOfWeek - 1] ?? 'mon';

/** The first of the following month, by its digits: asked for on every line of every basket. */
export function firstDayOfNextMonth(of: Day): Day {
  const [year, month] = [yearOf(of), Number(of.slice(5, 7))];
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01` as Day;
}

/** The last day of the month of `of`, by its digits too. */
export function lastDayOfMonth(of: Day): Day {
  const [year, month] = [yearOf(of), Number(of.slice(5, 7))];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${monthOf(of)}-${days}` as Day;
}

/**
 * Last day of a window of `months` months that opens on `from`: the day before the same day number, or that
 * month's last day where it has no such day (31-08-2026 + 18 months → 29-02-2028).
 */
export function lastDayOfWindow(from: Day, months: number): Day {
  const start = Temporal.PlainDate.from(from);
  const month = start.toPlainYearMonth().add({ months });
  const end =
    start.day > month.daysInMonth
      ? month.toPlainDate({ day: month.daysInMonth })
      : month.toPlainDate({ day: start.day }).subtract({ days: 1 });
  return end.toString() as Day;
}

/** Whole months and days from `from` to the end of `until`, both included; zeros once it is over. */
export function timeLeft(from: Day, until: Day): { readonly months: number; readonly days: number } {
  if (until < from) return { months: 0, days: 0 };
  const left = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until).add({ days: 1 }), {
    largestUnit: 'month',
  });
  return { months: left.months, days: left.days };
}

/** Minutes by which a site's wall clock stands east of UTC. */
export const offsetMinutesIn = (at: Instant, timeZone: string): number =>
  Math.round(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9);
