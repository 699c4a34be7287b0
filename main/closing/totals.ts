import type { RecordRow } from '#db/queries/journal.ts';
import type { SessionRow } from '#db/queries/session.ts';
import {
  type ChainRange,
  type DayClosingPayload,
  type PeriodTotals,
  type PerpetualTotals,
  addCorrection,
  addSale,
  noTotals,
} from '#domain/closing.ts';
import { cents } from '#domain/money.ts';
import type { ReadingDeps } from '../deps.ts';
import { payloadOf } from '../journal/read.ts';

/** Adds up records of the sale chain as they were signed. @throws when one cannot be read: an integrity defect. */
export function totalsOf(records: readonly RecordRow[]): PeriodTotals {
  let totals = noTotals;
  for (const row of records) {
    totals =
      row.type === 'correction'
        ? addCorrection(totals, payloadOf(row, 'correction'))
        : addSale(totals, payloadOf(row, 'sale'));
  }
  return totals;
}

/** The sale records of a session: by sequence, never by clock. */
export function sessionRange(deps: ReadingDeps, session: SessionRow): ChainRange {
  return { from: session.saleSeqBefore + 1, to: deps.store.lastRecord(deps.till, 'sale')?.seq ?? 0 };
}

export function sessionTotals(deps: ReadingDeps, session: SessionRow): PeriodTotals {
  const { from, to } = sessionRange(deps, session);
  return totalsOf(deps.store.recordsBetween(deps.till, 'sale', from, to));
}

/** The last day closing, whose range the next one continues. */
export function lastDayClosing(deps: ReadingDeps): DayClosingPayload | null {
  const row = deps.store.lastOfType(deps.till, 'closing', 'day');
  return row ? payloadOf(row, 'day-closing') : null;
}

/** Perpetual totals after some more: never reset. */
export const perpetualAfter = (before: PerpetualTotals | null, totals: PeriodTotals): PerpetualTotals => ({
  netCents: cents((before?.netCents ?? 0) + totals.totalCents),
  absoluteCents: cents((before?.absoluteCents ?? 0) + totals.absoluteCents),
});
