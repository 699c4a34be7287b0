import type { SaleId, TicketNumber } from '#domain/ids.ts';
import { type JournalRecord, parseRecord } from '#domain/journal.ts';
import type { LedgerCorrection, LedgerSale } from '#domain/ledger.ts';
import { readRecord } from './payload.ts';

/** What a record of the sale chain tells the ledger, and which sale it is about. */
export type LedgerEntry =
  | { readonly kind: 'sale'; readonly of: TicketNumber; readonly sale: LedgerSale }
  | { readonly kind: 'later'; readonly of: TicketNumber; readonly sale: LedgerSale }
  | {
      readonly kind: 'correction';
      readonly of: TicketNumber;
      readonly saleId: SaleId;
      readonly correction: LedgerCorrection;
    };

/** Null for a record that changes nothing of what a sale counts, and for one that cannot be read. */
export function ledgerEntryOf(record: JournalRecord, read = readRecord(record)): LedgerEntry | null {
  const { till, seq, at, businessDay } = record;
  if (read?.kind === 'sale') {
    const { payload } = read;
    const { original, number } = payload;
    return {
      kind: original === null ? 'sale' : 'later',
      of: original ?? number,
      sale: { till, seq, at, businessDay, payload },
    };
  }
  if (read?.kind !== 'correction' || read.payload.change.what !== 'person') return null;
  const { of, saleId, change } = read.payload;
  return { kind: 'correction', of, saleId, correction: { till, seq, at, change } };
}

/** The same of a record as it is stored. */
export function ledgerEntryIn(bytes: string): LedgerEntry | null {
  const record = parseRecord(bytes);
  return record && ledgerEntryOf(record);
}
