import type { ClosingView } from '#contract/closing.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import type { DayClosingPayload, LongClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import { sumCents } from '#domain/money.ts';
import type { TicketDocument } from '#paper/document.ts';
import type { ReadingDeps } from '../deps.ts';
import { payloadOf } from '../journal/read.ts';
import { businessDayRows, dayPeriod, perpetualRows, reportDocument, sessionRows } from './document.ts';
import { hoursOf } from './hours.ts';

type Payload = SessionClosingPayload | DayClosingPayload | LongClosingPayload;

const closingOf = (row: RecordRow): Payload =>
  payloadOf(row, 'session-closing', 'day-closing', 'long-closing');

const isClosingType = (type: string): type is ClosingView['type'] =>
  type === 'session' || type === 'day' || type === 'month' || type === 'year';

export function closingView(row: RecordRow): ClosingView | null {
  if (!isClosingType(row.type)) return null;
  const payload = closingOf(row);
  const { totals, perpetual } = payload;
  return {
    seq: row.seq,
    type: row.type,
    label: labelOf(row, payload),
    businessDay: row.businessDay,
    at: row.at,
    sales: totals.sales,
    totalCents: totals.totalCents,
    byTender: totals.byTender,
    differenceCents:
      'differences' in payload ? sumCents(payload.differences.map((one) => one.differenceCents)) : null,
    perpetualCents: perpetual.netCents,
  };
}

function labelOf(row: RecordRow, payload: Payload): string {
  if ('sessionId' in payload) return `Z ${payload.number}`;
  return 'period' in payload ? payload.period : row.businessDay;
}

const titles = {
  day: 'Clôture de la journée',
  month: 'Clôture du mois',
  year: 'Clôture de l’année',
} as const;

/** The paper of a past closing, drawn from its record alone. */
export function closingDocument(deps: ReadingDeps, row: RecordRow): TicketDocument {
  const payload = closingOf(row);
  const { at, businessDay } = row;
  const common = { at, totals: payload.totals };
  if ('sessionId' in payload)
    return reportDocument(deps, {
      ...common,
      title: `Z ${payload.number}`,
      period: dayPeriod(businessDay),
      hours: hoursOf(deps, payload.sales),
      seller: payload.seller,
      rows: sessionRows(payload),
    });
  const long = 'period' in payload;
  return reportDocument(deps, {
    ...common,
    title: titles[row.type as keyof typeof titles],
    period: long ? ['Période', payload.period] : dayPeriod(businessDay),
    hours: long ? [] : hoursOf(deps, payload.sales),
    rows: [...(long ? [] : businessDayRows(payload)), ...perpetualRows(payload.perpetual)],
  });
}

/** What a copy record of a closing is a copy of: `Z 12`, `day 2026-11-22`, `month 2026-11`. */
export const copyName = (row: RecordRow): string => {
  const label = labelOf(row, closingOf(row));
  return row.type === 'session' ? label : `${row.type} ${label}`;
};
