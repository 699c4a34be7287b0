import { chains } from '#domain/journal.ts';
import { type Day, addDays, day, firstDayOfNextMonth } from '#domain/time.ts';
import { mapChains } from '#exchange/batch.ts';
import type { ReadingDeps } from '../deps.ts';
import type { Ranges } from '../work/tasks.ts';

/** First and last day of `2026-11` or `2026`. */
export function daysOf(period: string): { readonly from: Day; readonly until: Day } {
  if (period.length === 4) return { from: day(`${period}-01-01`), until: day(`${period}-12-31`) };
  const from = day(`${period}-01`);
  return { from, until: addDays(firstDayOfNextMonth(from), -1) };
}

/**
 * Numbers of each chain that belong to a period: from after the last record of the days before it to the last record
 * of its own days. The ranges of neighbours always touch: no record falls between two months.
 */
export function rangesOf(deps: ReadingDeps, period: string): Ranges {
  const { store, till } = deps;
  if (period === 'all')
    return mapChains((chain) => ({ from: 1, to: store.lastRecord(till, chain)?.seq ?? 0 }));
  const { from, until } = daysOf(period);
  return mapChains((chain) => ({
    from: store.lastSeqUntil(till, chain, addDays(from, -1)) + 1,
    to: store.lastSeqUntil(till, chain, until),
  }));
}

export const recordsIn = (ranges: Ranges): number =>
  chains.reduce((sum, chain) => sum + ranges[chain].to - ranges[chain].from + 1, 0);

export interface ArchivablePeriod {
  readonly period: string;
  readonly kind: 'month' | 'year';
  /** Closed: nothing more will be added to it. */
  readonly complete: boolean;
  /** An archive was made since it was closed: one made before lacks its last days. */
  readonly archived: boolean;
}

/** Months and years in which something was closed, newest first, each year after its months. */
export function periodsOf(deps: ReadingDeps): ArchivablePeriod[] {
  const { store, till } = deps;
  const last = store.lastRecord(till, 'closing')?.seq ?? 0;
  const months = new Set<string>();
  const closedAt = new Map<string, string>();
  for (const row of store.recordsBetween(till, 'closing', 1, last)) {
    months.add(row.businessDay.slice(0, 7));
    if (row.type === 'month') closedAt.set(row.businessDay.slice(0, 7), row.at);
    if (row.type === 'year') closedAt.set(row.businessDay.slice(0, 4), row.at);
  }
  const years = new Set([...months].map((month) => month.slice(0, 4)));
  const made = store.archivesOf(till);
  const all = [...months, ...years].map((period): ArchivablePeriod => {
    const since = closedAt.get(period);
    const archived =
      since !== undefined && made.some((archive) => archive.period === period && archive.madeAt >= since);
    return { period, kind: period.length === 4 ? 'year' : 'month', complete: since !== undefined, archived };
  });
  return all.toSorted((a, b) => (a.period < b.period ? 1 : -1));
}
