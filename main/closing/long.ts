import { type DayClosingPayload, type LongClosingPayload, addTotals, noTotals } from '#domain/closing.ts';
import { type Day, addDays, monthOf } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { appendRecord } from '../journal/append.ts';
import { payloadOf } from '../journal/read.ts';

interface EndedPeriod {
  readonly type: 'month' | 'year';
  /** `2026-11` or `2026`. */
  readonly period: string;
  /** Its last business day: the record belongs to the period that it closes. */
  readonly on: Day;
}

/** A day that is further from the last one may be a clock's mistake: it must close no year by itself. */
const longestGapDays = 31;

/** Periods with closed days that end before a business day and have no closing yet. */
function endedBefore(deps: Deps, businessDay: Day): EndedPeriod[] {
  const { store, till } = deps;
  const last = store.lastOfType(till, 'closing', 'day');
  if (!last) return [];
  const on = last.businessDay;
  const ended = (type: EndedPeriod['type'], period: string): EndedPeriod[] =>
    businessDay.startsWith(period) || store.lastOfType(till, 'closing', type)?.businessDay.startsWith(period)
      ? []
      : [{ type, period, on }];
  return [...ended('month', monthOf(on)), ...ended('year', on.slice(0, 4))];
}

/** Periods that the closing of a session on `businessDay` will end: looked at, then archived. */
export const periodsEnding = (deps: Deps, businessDay: Day): string[] =>
  endedBefore(deps, businessDay).map((one) => one.period);

/**
 * Closes the month and the year that ended before a business day that somebody opens. One that begins long after the
 * last waits for its own closing: a whole day was then worked on that date. Gives what was closed. In the transaction
 * of the opening.
 */
export function closeEndedAtOpening(deps: Deps, businessDay: Day): string[] {
  const last = deps.store.lastOfType(deps.till, 'closing', 'day');
  if (!last || addDays(last.businessDay, longestGapDays) < businessDay) return [];
  return closeEnded(deps, businessDay);
}

/** Closes what ended before a business day, over the day closings of each period, by sequence. */
export function closeEnded(deps: Deps, businessDay: Day): string[] {
  const ended = endedBefore(deps, businessDay);
  for (const one of ended) writeLong(deps, one);
  return ended.map((one) => one.period);
}

function writeLong(deps: Deps, { type, period, on }: EndedPeriod): void {
  const to = deps.store.lastRecord(deps.till, 'closing')?.seq ?? 0;
  const days = deps.store
    .recordsBetween(deps.till, 'closing', 1, to)
    .filter((row) => row.type === 'day' && row.businessDay.startsWith(period));
  let totals = noTotals;
  let last: DayClosingPayload | null = null;
  for (const row of days) {
    last = payloadOf(row, 'day-closing');
    totals = addTotals(totals, last.totals);
  }
  if (!last) throw new Error(`${period} ended without a closed day`);
  const payload: LongClosingPayload = {
    period,
    days: { from: days[0]?.seq ?? to + 1, to: days.at(-1)?.seq ?? to },
    totals,
    perpetual: last.perpetual,
  };
  appendRecord(deps, 'closing', type, { payload, businessDay: on });
}
