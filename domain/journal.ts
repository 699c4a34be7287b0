import canonicalize from 'canonicalize';
import type { KeyId, TillId } from './ids.ts';
import type { Day, Instant } from './time.ts';

/** The four gap-free chains of a till. */
export const chains = ['sale', 'closing', 'copy', 'event'] as const;
export type Chain = (typeof chains)[number];

/** A journal record before its bytes are frozen. `seq` starts at 1 and never restarts. */
export interface JournalRecord {
  /** Of its payload: how it is read. */
  readonly v: number;
  readonly chain: Chain;
  readonly seq: number;
  readonly at: Instant;
  readonly businessDay: Day;
  readonly till: TillId;
  readonly type: string;
  readonly payload: object;
  readonly previousHash: string;
  readonly keyId: KeyId;
}

/** A record as stored and exported: `bytes` are the RFC 8785 form and are never rebuilt. */
export interface SealedRecord {
  readonly chain: Chain;
  readonly seq: number;
  readonly bytes: string;
  /** Lower-case hex SHA-256 of `bytes`. */
  readonly hash: string;
  /** base64url Ed25519 over `comptoir/record/1\n` + hash. */
  readonly signature: string;
}

/** What this version signs. */
export const recordVersion = 2;

export const firstPreviousHash = '0'.repeat(64);
export const recordSigningText = (hash: string): string => `comptoir/record/1\n${hash}`;

/** RFC 8785 text of a value. @throws when it holds what JSON cannot carry: a bug. */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical form');
  return text;
}

/** Freezes, hashes once and signs. SHA-256 and the till's key are handed in. */
export function sealRecord(
  record: JournalRecord,
  keys: { readonly sha256: (text: string) => string; readonly sign: (text: string) => string },
): SealedRecord {
  const bytes = canonicalText(record);
  const hash = keys.sha256(bytes);
  return {
    chain: record.chain,
    seq: record.seq,
    bytes,
    hash,
    signature: keys.sign(recordSigningText(hash)),
  };
}

export const recordDefects = [
  'not-canonical',
  'wrong-hash',
  'wrong-signature',
  'wrong-sequence',
  'broken-link',
  'wrong-chain',
] as const;
export type RecordDefect = (typeof recordDefects)[number];

/**
 * Checks a record against the one before it (`null` for the first). Returns the first defect, or null.
 * `verify` answers for a signing text and signature; leave it out to check hashes and links alone.
 */
export function recordDefect(
  record: SealedRecord,
  previous: { readonly seq: number; readonly hash: string } | null,
  keys: {
    readonly sha256: (text: string) => string;
    readonly verify?: (keyId: KeyId, text: string, signature: string) => boolean;
  },
): RecordDefect | null {
  if (keys.sha256(record.bytes) !== record.hash) return 'wrong-hash';
  const parsed = parseRecord(record.bytes);
  if (!parsed) return 'not-canonical';
  if (parsed.chain !== record.chain) return 'wrong-chain';
  if (parsed.seq !== record.seq || parsed.seq !== (previous?.seq ?? 0) + 1) return 'wrong-sequence';
  if (parsed.previousHash !== (previous?.hash ?? firstPreviousHash)) return 'broken-link';
  if (keys.verify && !keys.verify(parsed.keyId, recordSigningText(record.hash), record.signature))
    return 'wrong-signature';
  return null;
}

/** The record behind its bytes; null when the bytes do not re-encode to themselves. */
export function parseRecord(bytes: string): JournalRecord | null {
  try {
    const parsed: unknown = JSON.parse(bytes);
    return isRecord(parsed) && canonicalText(parsed) === bytes ? parsed : null;
  } catch {
    return null;
  }
}

/** Whether a value has the fields that records of every version have. */
export function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { v, chain, seq, payload, ...rest } = value as Record<string, unknown>;
  return (
    Number.isInteger(v) &&
    (chains as readonly unknown[]).includes(chain) &&
    Number.isInteger(seq) &&
    typeof payload === 'object' &&
    payload !== null &&
    ['at', 'businessDay', 'till', 'type', 'previousHash', 'keyId'].every(
      (name) => typeof rest[name] === 'string',
    )
  );
}

/** Characters 3, 7, 13 and 19 of a signature: what the ticket shows. */
export const signatureMark = (signature: string): string =>
  [3, 7, 13, 19].map((position) => signature.charAt(position - 1)).join('');
