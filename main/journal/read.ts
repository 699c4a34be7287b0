import type { RecordRow } from '#db/queries/journal.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import { parseRecord } from '#domain/journal.ts';
import type { SalePayload } from '#domain/sale.ts';
import { type Payloads, type ReadRecord, readRecord } from '#exchange/payload.ts';
import type { ReadingDeps } from '../deps.ts';

/** What a stored record says; null when it cannot be read: the check of the journal tells why. */
export function readRow(row: Pick<RecordRow, 'bytes'>): ReadRecord | null {
  const record = parseRecord(row.bytes);
  return record && readRecord(record);
}

/** The payload of a record of one of these kinds. @throws when it is another or cannot be read: a broken journal. */
export function payloadOf<K extends keyof Payloads>(
  row: Pick<RecordRow, 'bytes' | 'seq'>,
  ...kinds: readonly K[]
): Payloads[K] {
  const read = readRow(row);
  if (!read || read.kind === 'other' || !(kinds as readonly string[]).includes(read.kind))
    throw new Error(`record ${row.seq} cannot be read as ${kinds.join(' or ')}`);
  // Its kind is one of K: that is what was just asked.
  return read.payload as Payloads[K];
}

/** The signed payload of a sale or return, with its signature. @throws when its record is missing or cannot be read. */
export function signedSale(
  deps: ReadingDeps,
  sale: SaleRow,
): { readonly payload: SalePayload; readonly signature: string } {
  const [record] = deps.store.recordsBetween(sale.till, 'sale', sale.recordSeq, sale.recordSeq);
  if (!record) throw new Error(`no record for sale ${sale.id}`);
  return { payload: payloadOf(record, 'sale'), signature: record.signature };
}
