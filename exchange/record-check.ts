import {
  type JournalRecord,
  type RecordDefect,
  type SealedRecord,
  firstPreviousHash,
  isRecord,
  parseRecord,
} from '#domain/journal.ts';
import { sha256Hex } from './crypto.ts';
import { parseJson } from './signed-document.ts';

export interface CheckedRecord {
  readonly record: JournalRecord;
  readonly defect: RecordDefect | null;
}

/**
 * `recordDefect` of the rules for records read by the thousand: the same answers, without building the canonical
 * text of each (that is most of the time an import takes). `previous` is null where the chain's start is not known:
 * the record is then taken at its own word, for the caller to compare.
 */
export function checkRecord(
  sealed: SealedRecord,
  previous: { readonly seq: number; readonly hash: string } | null,
): CheckedRecord | null {
  if (sha256Hex(sealed.bytes) !== sealed.hash) return null;
  const record = readCanonical(sealed.bytes);
  if (!record) return null;
  return { record, defect: defectOf(record, sealed, previous) };
}

function defectOf(
  record: JournalRecord,
  sealed: SealedRecord,
  previous: { readonly seq: number; readonly hash: string } | null,
): RecordDefect | null {
  if (record.chain !== sealed.chain) return 'wrong-chain';
  if (record.seq !== sealed.seq || (previous && record.seq !== previous.seq + 1)) return 'wrong-sequence';
  const link = previous?.hash ?? (record.seq === 1 ? firstPreviousHash : record.previousHash);
  return record.previousHash === link ? null : 'broken-link';
}

/** The record behind canonical bytes; null when they do not re-encode to themselves. */
function readCanonical(bytes: string): JournalRecord | null {
  const parsed = parseJson(bytes);
  if (!isRecord(parsed)) return null;
  // JSON.stringify writes numbers and strings as RFC 8785 does and keeps the order it read: sorted keys are all
  // that is left to see. Keys that look like array indexes lose their order, so a "no" is asked again slowly.
  if (JSON.stringify(parsed) === bytes && keysSorted(parsed)) return parsed;
  return parseRecord(bytes);
}

function keysSorted(value: object): boolean {
  if (Array.isArray(value))
    return value.every((one) => typeof one !== 'object' || one === null || keysSorted(one));
  let last = '';
  for (const key in value) {
    if (key < last) return false;
    last = key;
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object' && inner !== null && !keysSorted(inner)) return false;
  }
  return true;
}
