import { type ByTender, addByTender, nothingByTender } from '#domain/tender.ts';
import { type Instant, clockIn } from '#domain/time.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import type { ChainRange } from '#domain/closing.ts';
import type { ReadingDeps } from '../deps.ts';
import { payloadOf } from '../journal/read.ts';

export interface HourNet {
  readonly hour: number;
  readonly byTender: ByTender;
}

/**
 * Money of each hour on the site's wall, per tender, from the sale records of a range. A correction of tender counts
 * in the hour of the sale that it puts right, so that the hours add up to the period's totals.
 */
export function hoursOf(deps: ReadingDeps, sales: ChainRange): HourNet[] {
  const { timeZone } = deps.reference().site;
  const hours = new Map<number, ByTender>();
  for (const row of deps.store.recordsBetween(deps.till, 'sale', sales.from, sales.to)) {
    const moved = movedBy(deps, row);
    if (!moved) continue;
    const hour = Number(clockIn(moved.at, timeZone).slice(0, 2));
    hours.set(hour, addByTender(hours.get(hour) ?? nothingByTender, moved.byKind));
  }
  return [...hours.entries()].toSorted(([a], [b]) => a - b).map(([hour, byTender]) => ({ hour, byTender }));
}

function movedBy(
  deps: ReadingDeps,
  row: RecordRow,
): { readonly at: Instant; readonly byKind: ByTender } | null {
  if (row.type !== 'correction') return { at: row.at, byKind: payloadOf(row, 'sale').netByKind };
  const { change, saleId } = payloadOf(row, 'correction');
  if (change.what !== 'tender') return null;
  return { at: deps.store.saleById(saleId)?.at ?? row.at, byKind: change.byKind };
}
