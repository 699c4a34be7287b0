import type { RecordRow } from '#db/queries/journal.ts';
import type { SessionRow } from '#db/queries/session.ts';
import {
  type ChainRange,
  type DayClosingPayload,
  type PeriodTotals,
  type PerpetualTotals,
  type SessionClosingPayload,
  addCorrection,
  addSale,
  noTotals,
} from '#domain/closing.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import type { SalePayload } from '#domain/sale.ts';
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

/** First and last ticket of records of the sale chain, and what was sold and given back apart. */
export function ticketsOf(
  records: readonly RecordRow[],
): Required<Pick<SessionClosingPayload, 'tickets' | 'soldCents' | 'refundedCents'>> {
  const sales = records.filter((row) => row.type !== 'correction').map((row) => payloadOf(row, 'sale'));
  const of = (kind: SalePayload['kind']): Cents =>
    sumCents(sales.filter((one) => one.kind === kind).map((one) => one.totalCents));
  const [first, last] = [sales[0], sales.at(-1)];
  return {
    tickets: first && last ? { first: first.number, last: last.number } : null,
    soldCents: of('sale'),
    refundedCents: of('return'),
  };
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
