import { type DayClosingPayload, type LongClosingPayload, addTotals, noTotals } from '#domain/closing.ts';
import { type Day, monthOf } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { appendRecord } from '../journal/append.ts';
import { payloadOf } from '../journal/read.ts';

/** Periods that the closing of a session on `businessDay` will end: looked at, then archived. */
export function periodsEnding(deps: Deps, businessDay: Day): string[] {
  const last = deps.store.lastOfType(deps.till, 'closing', 'day');
  if (!last) return [];
  const month = monthOf(last.businessDay);
  const year = last.businessDay.slice(0, 4);
  return [
    ...(month === monthOf(businessDay) ? [] : [month]),
    ...(year === businessDay.slice(0, 4) ? [] : [year]),
  ];
}

/**
 * Month and year closings follow at the first closing after their end: this runs before the closing of a day that
 * stands in a later month, over the day closings of the period, by sequence.
 */
export function writeLongClosings(deps: Deps, before: DayClosingPayload | null, businessDay: Day): void {
  const last = deps.store.lastOfType(deps.till, 'closing', 'day');
  if (!before || !last) return;
  if (monthOf(last.businessDay) !== monthOf(businessDay))
    writeLong(deps, { type: 'month', period: monthOf(last.businessDay), on: last.businessDay }, before);
  const year = last.businessDay.slice(0, 4);
  if (year !== businessDay.slice(0, 4))
    writeLong(deps, { type: 'year', period: year, on: last.businessDay }, before);
}

interface Long {
  readonly type: 'month' | 'year';
  readonly period: string;
  /** Its last business day: the record belongs to the period that it closes. */
  readonly on: Day;
}

function writeLong(deps: Deps, { type, period, on }: Long, before: DayClosingPayload): void {
  const to = deps.store.lastRecord(deps.till, 'closing')?.seq ?? 0;
  const days = deps.store
    .recordsBetween(deps.till, 'closing', 1, to)
    .filter((row) => row.type === 'day' && row.businessDay.startsWith(period));
  let totals = noTotals;
  for (const row of days) {
    totals = addTotals(totals, payloadOf(row, 'day-closing').totals);
  }
  const payload: LongClosingPayload = {
    period,
    days: { from: days[0]?.seq ?? to + 1, to: days.at(-1)?.seq ?? to },
    totals,
    perpetual: before.perpetual,
  };
  appendRecord(deps, 'closing', type, { payload, businessDay: on });
}
