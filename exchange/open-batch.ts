import { gunzipSync } from 'node:zlib';
import { type Chain, type JournalRecord, type RecordDefect, canonicalText, chains } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import {
  type BatchManifest,
  type BatchRecord,
  type JournalLine,
  type ManifestEnvelope,
  batchManifest,
  batchRecord,
  batchSchemaVersion,
  batchSeal,
  manifestEnvelope,
  sealSigningText,
} from './batch.ts';
import { countsOf } from './seal-batch.ts';
import { type Verify, sha256Hex } from './crypto.ts';
import { type ReadRecord, controlsOf, readRecord } from './payload.ts';
import { checkRecord } from './record-check.ts';
import { parseJson } from './signed-document.ts';

/** Why a batch does not hold. All but `unknown-schema` mean that it takes no number. */
export type BatchDefect =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'bad-seal' }
  | { readonly kind: 'unknown-schema'; readonly envelope: ManifestEnvelope; readonly manifestSha256: string }
  | { readonly kind: 'bad-manifest' }
  | { readonly kind: 'wrong-digest' }
  | { readonly kind: 'bad-record'; readonly line: number }
  | {
      readonly kind: 'broken-chain';
      readonly chain: Chain;
      readonly seq: number;
      readonly defect: RecordDefect | 'other-till' | 'wrong-span';
    }
  | { readonly kind: 'wrong-counts' }
  | { readonly kind: 'wrong-controls' };

/** A journal line with the record behind its bytes and the part of its payload that readers use. */
export interface OpenedJournal {
  readonly line: JournalLine;
  readonly record: JournalRecord;
  readonly read: ReadRecord;
}

export interface OpenedBatch {
  readonly manifest: BatchManifest;
  readonly manifestText: string;
  readonly manifestSha256: string;
  /** Signature of the seal, base64url. */
  readonly seal: string;
  /** Every record line, in the order of the file. */
  readonly records: readonly BatchRecord[];
  readonly journal: readonly OpenedJournal[];
  /** Hash that the first record of each chain links to; null for a chain that did not move. */
  readonly linksTo: Readonly<Record<Chain, string | null>>;
}

// A closing is a few hundred kilobytes; what unpacks to more than this is an attack or a mistake.
export const largestPlain = 256 * 1024 * 1024;

/**
 * Opens a decrypted batch: seal, manifest digest, every record hash and every link inside the batch, counts and
 * control totals. `verify` answers for the till's keys. Links to the batch before are the importer's to check.
 */
export function openBatch(plain: Uint8Array, verify: Verify): Result<OpenedBatch, BatchDefect> {
  const bytes = unzip(plain);
  const parts = bytes && linesOf(bytes);
  if (!parts) return refuse({ kind: 'unreadable' });
  const sealed = readSeal(parts, verify);
  if (!sealed.ok) return sealed;
  const manifest = batchManifest.safeParse(parseJson(parts.manifestText));
  if (!manifest.success) return refuse({ kind: 'bad-manifest' });
  if (!manifest.data.till.startsWith(`${manifest.data.site}-`)) return refuse({ kind: 'bad-manifest' });
  if (sha256Hex(parts.body) !== manifest.data.recordsSha256) return refuse({ kind: 'wrong-digest' });
  const records = readRecords(parts.body);
  if (!records.ok) return records;
  const journal = readJournal(manifest.data, records.value);
  if (!journal.ok) return journal;
  const { seal, manifestSha256 } = sealed.value;
  const defect = sumsDefect(manifest.data, records.value, journal.value.journal);
  if (defect) return refuse(defect);
  return ok({
    manifest: manifest.data,
    manifestText: parts.manifestText,
    manifestSha256,
    seal,
    records: records.value,
    ...journal.value,
  });
}

interface Parts {
  readonly manifestText: string;
  readonly body: Buffer;
  readonly sealText: string;
}

function unzip(plain: Uint8Array): Buffer | null {
  try {
    return gunzipSync(plain, { maxOutputLength: largestPlain });
  } catch {
    return null;
  }
}

function linesOf(bytes: Buffer): Parts | null {
  const firstEnd = bytes.indexOf(10);
  const lastStart = bytes.lastIndexOf(10, -2) + 1;
  if (firstEnd < 0 || bytes.at(-1) !== 10 || lastStart <= firstEnd) return null;
  return {
    manifestText: bytes.toString('utf8', 0, firstEnd),
    body: bytes.subarray(firstEnd + 1, lastStart),
    sealText: bytes.toString('utf8', lastStart, bytes.length - 1),
  };
}

function readSeal(
  parts: Parts,
  verify: Verify,
): Result<{ readonly seal: string; readonly manifestSha256: string }, BatchDefect> {
  const envelope = manifestEnvelope.safeParse(parseJson(parts.manifestText));
  const seal = batchSeal.safeParse(parseJson(parts.sealText));
  if (!envelope.success || !seal.success) return refuse({ kind: 'unreadable' });
  const manifestSha256 = sha256Hex(parts.manifestText);
  const { keyId, signature } = seal.data;
  const holds =
    canonicalText(seal.data) === parts.sealText &&
    isCanonical(parts.manifestText) &&
    seal.data.manifestSha256 === manifestSha256 &&
    envelope.data.keyId === keyId &&
    verify(keyId, sealSigningText(manifestSha256), signature);
  if (!holds) return refuse({ kind: 'bad-seal' });
  if (envelope.data.schemaVersion !== batchSchemaVersion)
    return refuse({ kind: 'unknown-schema', envelope: envelope.data, manifestSha256 });
  return ok({ seal: signature, manifestSha256 });
}

const isCanonical = (text: string): boolean => canonicalText(parseJson(text) as object) === text;

function readRecords(body: Buffer): Result<BatchRecord[], BatchDefect> {
  const records: BatchRecord[] = [];
  const lines = body.length === 0 ? [] : body.toString('utf8', 0, body.length - 1).split('\n');
  for (const [index, line] of lines.entries()) {
    const record = batchRecord.safeParse(parseJson(line));
    if (!record.success) return refuse({ kind: 'bad-record', line: index + 2 });
    records.push(record.data);
  }
  return ok(records);
}

function readJournal(
  manifest: BatchManifest,
  records: readonly BatchRecord[],
): Result<Pick<OpenedBatch, 'journal' | 'linksTo'>, BatchDefect> {
  const journal: OpenedJournal[] = [];
  const previous = new Map<Chain, { readonly seq: number; readonly hash: string }>();
  const linksTo: Record<Chain, string | null> = { sale: null, closing: null, copy: null, event: null };
  for (const line of records) {
    if (line.t !== 'journal') continue;
    const { chain, seq } = line;
    const one = checkLine(manifest, line, previous.get(chain) ?? null);
    if (!one.ok) return refuse({ kind: 'broken-chain', chain, seq, defect: one.refusal });
    linksTo[chain] ??= one.value.record.previousHash;
    previous.set(chain, { seq, hash: line.hash });
    journal.push(one.value);
  }
  const wrong = chains.find((chain) => !spanHolds(manifest, chain, previous.get(chain)));
  if (wrong)
    return refuse({
      kind: 'broken-chain',
      chain: wrong,
      seq: manifest.chains[wrong].lastSeq,
      defect: 'wrong-span',
    });
  return ok({ journal, linksTo });
}

function checkLine(
  manifest: BatchManifest,
  line: JournalLine,
  previous: { readonly seq: number; readonly hash: string } | null,
): Result<OpenedJournal, RecordDefect | 'other-till'> {
  const checked = checkRecord(line, previous);
  if (!checked) return refuse(sha256Hex(line.bytes) === line.hash ? 'not-canonical' : 'wrong-hash');
  const { record, defect } = checked;
  if (defect) return refuse(defect);
  if (!previous && record.seq !== manifest.chains[line.chain].firstSeq) return refuse('wrong-sequence');
  if (record.till !== manifest.till) return refuse('other-till');
  const read = readRecord(record);
  return read ? ok({ line, record, read }) : refuse('not-canonical');
}

function spanHolds(
  manifest: BatchManifest,
  chain: Chain,
  last: { readonly seq: number; readonly hash: string } | undefined,
): boolean {
  const span = manifest.chains[chain];
  if (!last) return span.lastSeq === span.firstSeq - 1;
  return span.lastSeq === last.seq && span.lastHash === last.hash;
}

function sumsDefect(
  manifest: BatchManifest,
  records: readonly BatchRecord[],
  journal: readonly OpenedJournal[],
): BatchDefect | null {
  if (canonicalText(countsOf(records)) !== canonicalText(manifest.counts)) return { kind: 'wrong-counts' };
  const controls = controlsOf(journal.map((one) => one.read));
  if (canonicalText(controls) !== canonicalText(manifest.controls)) return { kind: 'wrong-controls' };
  return null;
}
