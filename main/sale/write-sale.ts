import type { SaleRow } from '#db/queries/sale.ts';
import type { SessionRow } from '#db/queries/session.ts';
import { type TicketNumber, brandAs } from '#domain/ids.ts';
import { canonicalText } from '#domain/journal.ts';
import { usageOf } from '#domain/ledger.ts';
import { movementsOfSale } from '#domain/stock.ts';
import type { SalePayload } from '#domain/sale.ts';
import { yearOf } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendRecord } from '../journal/append.ts';
import { countAnew } from '../ledger/count.ts';
import { writeMovements } from '../stock/movement.ts';
import { lineRows, tenderRows } from './sale-rows.ts';

/** Next `SITE-TILL-YYYY-nnnnnn` of the till: read inside the transaction that uses it. */
export function nextNumber(
  deps: Deps,
  session: SessionRow,
): { readonly sequence: number; readonly number: TicketNumber } {
  const year = yearOf(session.businessDay);
  const sequence = deps.store.lastSaleSequence(deps.till, year) + 1;
  return {
    sequence,
    number: brandAs<TicketNumber>(`${deps.till}-${year}-${String(sequence).padStart(6, '0')}`),
  };
}

/** Writes the record of a sale or return and its rows: sale, lines, tenders, stock, usage. Inside the caller's transaction. */
export function writeSale(
  deps: Deps,
  payload: SalePayload,
  context: {
    readonly session: SessionRow;
    readonly sequence: number;
    readonly contentHash: string;
    /** Of a return: what it is of. */
    readonly original: SaleRow | null;
  },
): void {
  const { session } = context;
  const sealed = appendRecord(deps, 'sale', payload.kind, { payload, businessDay: session.businessDay });
  const at = deps.now();
  deps.store.insertSale({
    id: payload.saleId,
    till: deps.till,
    year: yearOf(session.businessDay),
    sequence: context.sequence,
    number: payload.number,
    kind: payload.kind,
    at,
    businessDay: session.businessDay,
    sessionId: session.id,
    recordSeq: sealed.seq,
    personId: payload.personId,
    entitlementId: payload.entitlementId,
    operator: signedIn(deps),
    totalCents: payload.totalCents,
    savingCents: payload.savingCents,
    changeCents: payload.changeCents,
    originalId: context.original?.id ?? null,
    contentHash: context.contentHash,
  });
  for (const row of lineRows(payload)) deps.store.insertSaleLine(row);
  for (const row of tenderRows(payload)) deps.store.insertSaleTender(row);
  writeMovements(deps, movementsOfSale(payload), {
    businessDay: session.businessDay,
    operator: signedIn(deps),
  });
  if (context.original) countAnew(deps.store, context.original);
  else {
    const { businessDay } = session;
    const sale = { till: deps.till, seq: sealed.seq, at, businessDay, payload };
    for (const row of usageOf({ sale, later: [], corrections: [] })) deps.store.insertUsage(row);
  }
}

/** Same sale finished twice, or another one under its id? */
export const contentHashOf = (deps: Deps, content: object): string => deps.sha256(canonicalText(content));
