import type { RecordRow } from '#db/queries/journal.ts';
import type { Chain } from '#domain/journal.ts';
import { type ByTender, nothingByTender, tenderKinds } from '#domain/tender.ts';
import { tenderWords } from '#paper/words.ts';
import type { ReadingDeps } from '../deps.ts';
import { payloadOf } from '../journal/read.ts';

type Cell = string | number | null;

/** `;` and a byte order mark: what a French spreadsheet opens by itself. Amounts in euros with a comma. */
function table(heads: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [heads, ...rows].map((row) => row.map(cell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** A text that a spreadsheet could take for a formula is kept a text. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

const chunk = 500;

function* recordsOf(deps: ReadingDeps, chain: Chain): Generator<RecordRow> {
  const last = deps.store.lastRecord(deps.till, chain)?.seq ?? 0;
  for (let from = 1; from <= last; from += chunk)
    yield* deps.store.recordsBetween(deps.till, chain, from, Math.min(last, from + chunk - 1));
}

const tenderHeads = tenderKinds.map((kind) => tenderWords[kind].column);
const tenderCells = (of: ByTender): Cell[] => tenderKinds.map((kind) => euros(of[kind]));

export function salesTable(deps: ReadingDeps): string {
  function* rows(): Generator<Cell[]> {
    for (const row of recordsOf(deps, 'sale')) {
      const { seq, at, businessDay, type } = row;
      if (type === 'correction') {
        const { of, operator, approvedBy, reason, change } = payloadOf(row, 'correction');
        const moved = change.what === 'tender' ? tenderCells(change.byKind) : tenderCells(nothingByTender);
        yield [seq, at, businessDay, type, of, operator, approvedBy, '0,00', ...moved, '', reason];
        continue;
      }
      const sale = payloadOf(row, 'sale');
      const lines = sale.lines.map((line) => `${line.quantity} × ${line.label}`).join(', ');
      const { number, operator, approvedBy, totalCents, netByKind, original } = sale;
      const money = [euros(totalCents), ...tenderCells(netByKind)];
      yield [seq, at, businessDay, type, number, operator, approvedBy, ...money, lines, original];
    }
  }
  return table(
    [
      'numero',
      'instant_utc',
      'journee',
      'type',
      'ticket',
      'operateur',
      'accord',
      'total',
      ...tenderHeads,
      'lignes',
      'origine_ou_motif',
    ],
    rows(),
  );
}

export function closingsTable(deps: ReadingDeps): string {
  function* rows(): Generator<Cell[]> {
    for (const row of recordsOf(deps, 'closing')) {
      const { seq, at, businessDay, type } = row;
      const payload = payloadOf(row, 'session-closing', 'day-closing', 'long-closing');
      const { totals, perpetual } = payload;
      const range = 'days' in payload ? payload.days : payload.sales;
      yield [
        seq,
        at,
        businessDay,
        type,
        range.from,
        range.to,
        totals.sales,
        totals.returns,
        totals.corrections,
        euros(totals.totalCents),
        ...tenderCells(totals.byTender),
        totals.vat.map((one) => `${one.code} ${euros(one.netCents)} + ${euros(one.taxCents)}`).join(', '),
        euros(perpetual.netCents),
        euros(perpetual.absoluteCents),
      ];
    }
  }
  const counts = ['ventes', 'remboursements', 'corrections', 'total', ...tenderHeads, 'tva'];
  return table(
    ['numero', 'instant_utc', 'journee', 'type', 'de', 'a', ...counts, 'perpetuel', 'perpetuel_absolu'],
    rows(),
  );
}

export function eventsTable(deps: ReadingDeps): string {
  function* rows(): Generator<Cell[]> {
    for (const row of recordsOf(deps, 'event')) {
      const { seq, at, businessDay, type } = row;
      const { operator, ...detail } = payloadOf(row, 'event');
      yield [
        seq,
        at,
        businessDay,
        type,
        typeof operator === 'string' ? operator : null,
        JSON.stringify(detail),
      ];
    }
  }
  return table(['numero', 'instant_utc', 'journee', 'type', 'operateur', 'detail'], rows());
}
