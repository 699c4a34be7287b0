import { type TicketSummary, type TicketView } from '#contract/ticket.ts';
import { priceReasons } from '#contract/correction.ts';
import type { RecordRow } from '#db/queries/journal.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { CorrectionPayload, SaleLine } from '#domain/sale.ts';
import { type ByTender, type Tender, addByTender } from '#domain/tender.ts';
import type { ReadingDeps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';
import { ticketCopies } from '../journal/copy.ts';
import { payloadOf, signedSale } from '../journal/read.ts';
import { ticketOf } from './document.ts';

export const summaryOf = (deps: ReadingDeps, sale: SaleRow): TicketSummary => ({
  saleId: sale.id,
  number: sale.number,
  kind: sale.kind,
  at: sale.at,
  businessDay: sale.businessDay,
  operator: deps.store.operatorByCode(sale.operator)?.name ?? sale.operator,
  totalCents: sale.totalCents,
  labels: deps.store.linesOf(sale.id).map((line) => line.label),
  tenderKinds: deps.store.tendersOf(sale.id).map((tender) => tender.kind),
});

export interface Correction {
  readonly at: SaleRow['at'];
  readonly payload: CorrectionPayload;
}

export const correctionsOf = (deps: ReadingDeps, sale: SaleRow): Correction[] =>
  deps.store.correctionsOf(sale.id).map((row) => ({ at: row.at, payload: payloadOf(row, 'correction') }));

/** What each tender holds of a sale now: as paid, corrections added. */
export function netNow(paid: ByTender, corrections: readonly Correction[]): ByTender {
  return corrections
    .flatMap(({ payload: { change } }) => (change.what === 'tender' ? [change.byKind] : []))
    .reduce(addByTender, paid);
}

/** The last correction says how a sale was paid; those before it were mistaken too. */
export const tendersNow = (paid: readonly Tender[], corrections: readonly Correction[]): readonly Tender[] =>
  corrections
    .flatMap(({ payload: { change } }) =>
      change.what === 'tender' && change.tenders ? [change.tenders] : [],
    )
    .at(-1) ?? paid;

/** Whose sale it is now: the last correction of a person wins. */
export function personNow(sale: SaleRow, corrections: readonly Correction[]): SaleRow['personId'] {
  let personId = sale.personId;
  for (const { payload } of corrections) if (payload.change.what === 'person') personId = payload.change.to;
  return personId;
}

/** A ticket with its history: copies, corrections, returns. */
export function ticketView(deps: ReadingDeps, sale: SaleRow): TicketView {
  const { store } = deps;
  const { payload } = signedSale(deps, sale);
  const corrections = correctionsOf(deps, sale);
  const returned = store.returnedByLine(payload.lines.map((line) => line.lineId));
  const personId = personNow(sale, corrections);
  const person = personId === null ? undefined : atDesk(deps, personId);
  return {
    ...summaryOf(deps, sale),
    till: sale.till,
    lines: payload.lines.map((line) => ({
      ...line,
      returned: returned[line.lineId] ?? 0,
      ...returnRule(deps, line),
    })),
    savingCents: sale.savingCents,
    tenders: payload.tenders,
    netByKind: netNow(payload.netByKind, corrections),
    changeCents: payload.changeCents,
    personId,
    personName: person ? `${person.firstName} ${person.initial}.` : null,
    copies: ticketCopies(deps, sale.number).flatMap((row) => copyView(deps, row)),
    returns: store.returnsOf(sale.id).map((one) => returnView(deps, one)),
    corrections: corrections.map(({ at, payload: one }) => ({
      at,
      by: store.operatorByCode(one.operator)?.name ?? one.operator,
      reason: one.reason,
      change: one.change,
    })),
    inOpenSession: store.openSessionOf(deps.till)?.id === sale.sessionId,
    document: ticketOf(deps, sale, 1),
  };
}

function returnView(deps: ReadingDeps, sale: SaleRow): TicketView['returns'][number] {
  const { id, number, totalCents, at, operator } = sale;
  const { lines } = signedSale(deps, sale).payload;
  const reasons: readonly string[] = priceReasons;
  return {
    saleId: id,
    number,
    totalCents,
    at,
    by: deps.store.operatorByCode(operator)?.name ?? operator,
    ofPrice: lines.some((line) => line.returns !== null && reasons.includes(line.returns.reason)),
  };
}

function copyView(deps: ReadingDeps, row: RecordRow): TicketView['copies'] {
  const { copy, operator, reason } = payloadOf(row, 'copy');
  return [{ copy, at: row.at, by: deps.store.operatorByCode(operator)?.name ?? operator, reason }];
}

function returnRule(
  deps: ReadingDeps,
  line: SaleLine,
): Pick<TicketView['lines'][number], 'mayReturn' | 'returnAs'> {
  const family = deps.reference().catalogue.families.find((one) => one.id === line.family);
  return { mayReturn: family?.returns.accepts ?? 'never', returnAs: family?.returns.as ?? 'refund' };
}
