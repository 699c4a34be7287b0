import type { SaleRow } from '#db/queries/sale.ts';
import type { ReadingStore, Store } from '#db/store.ts';
import { type LedgerCorrection, type LedgerSale, type Ticket, holderOf, usageOf } from '#domain/ledger.ts';
import { ledgerEntryIn } from '#exchange/ledger-entry.ts';

/**
 * Counts a sale anew, after something was recorded about it: what it counts for whom, and whose it is. Inside the
 * transaction of that record.
 */
export function countAnew(store: Store, sale: SaleRow): void {
  const ticket = ticketOf(store, sale);
  const members = [ticket.sale, ...ticket.later].map((one) => one.payload.saleId);
  store.forgetCounted(members);
  for (const row of usageOf(ticket)) store.insertUsage(row);
  if (ticket.corrections.length === 0) return;
  const { personId } = holderOf(ticket);
  for (const saleId of members) store.insertSaleHolder({ saleId, personId });
}

/** Everything that was recorded about a sale. @throws when a record is missing or cannot be read: a broken journal. */
export function ticketOf(store: ReadingStore, sale: SaleRow): Ticket {
  const corrections = store.correctionsOf(sale.id).flatMap(({ bytes }): LedgerCorrection[] => {
    const entry = ledgerEntryIn(bytes);
    return entry?.kind === 'correction' ? [entry.correction] : [];
  });
  const later = store.returnsOf(sale.id).map((one) => recordOf(store, one));
  return { sale: recordOf(store, sale), later, corrections };
}

function recordOf(store: ReadingStore, sale: SaleRow): LedgerSale {
  const [record] = store.recordsBetween(sale.till, 'sale', sale.recordSeq, sale.recordSeq);
  const entry = record && ledgerEntryIn(record.bytes);
  if (!entry || entry.kind === 'correction') throw new Error(`no record for sale ${sale.id}`);
  return entry.sale;
}
