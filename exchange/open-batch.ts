import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { type Chain, type JournalRecord, type RecordDefect, canonicalText, chains } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import {
  type BatchManifest,
  type ManifestEnvelope,
  batchManifest,
  batchSchemasRead,
  batchSeal,
  manifestEnvelope,
  sealSigningText,
} from './batch.ts';
import { type BatchLine01, type ToldBySide01, batchLine01, batchLineTypes01 } from './0.1/batch.ts';
import {
  type BatchLine,
  type PersonLine,
  type ReferralLine,
  batchLine,
  batchLineTypes,
} from './batch-line.ts';
import type { JournalLine } from './line-fields.ts';
import { countsOf } from './seal-batch.ts';
import { type Verify, sha256Hex } from './crypto.ts';
import { type ReadRecord, controlsOf, readRecord } from './payload.ts';
import { readEvent, rightsEventOf } from './event-payload.ts';
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
  /** A line tells of an event that the journal does not hold. */
  | { readonly kind: 'unsigned-line'; readonly line: number }
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
  /** How many lines stand between manifest and seal. */
  readonly lines: number;
  readonly persons: readonly PersonLine[];
  readonly referrals: readonly ReferralLine[];
  /** What 0.1 told beside its journal, each with its place in the file. */
  readonly before: readonly { readonly position: number; readonly line: ToldBySide01 }[];
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
  const lines = readLines(manifest.data, parts.body);
  if (!lines.ok) return lines;
  const journal = readJournal(manifest.data, lines.value.lines);
  if (!journal.ok) return journal;
  const { seal, manifestSha256 } = sealed.value;
  const defect =
    sumsDefect(manifest.data, lines.value, journal.value.journal) ??
    unsignedLine(lines.value, journal.value.journal);
  if (defect) return refuse(defect);
  return ok({
    manifest: manifest.data,
    manifestText: parts.manifestText,
    manifestSha256,
    seal,
    lines: lines.value.lines.length,
    ...besideJournal(lines.value),
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
  if (!(batchSchemasRead as readonly number[]).includes(envelope.data.schemaVersion))
    return refuse({ kind: 'unknown-schema', envelope: envelope.data, manifestSha256 });
  return ok({ seal: signature, manifestSha256 });
}

const isCanonical = (text: string): boolean => canonicalText(parseJson(text) as object) === text;

/** The lines of a batch, by the version that they are read by. */
type Lines =
  | { readonly version: 1; readonly lines: readonly BatchLine01[] }
  | { readonly version: 2; readonly lines: readonly BatchLine[] };

function readLines({ schemaVersion }: BatchManifest, body: Buffer): Result<Lines, BatchDefect> {
  const texts = body.length === 0 ? [] : body.toString('utf8', 0, body.length - 1).split('\n');
  if (schemaVersion === 1) {
    const read = readEach(batchLine01, texts);
    return read.ok ? ok({ version: 1, lines: read.value }) : read;
  }
  const read = readEach(batchLine, texts);
  return read.ok ? ok({ version: 2, lines: read.value }) : read;
}

function readEach<T>(schema: z.ZodType<T>, texts: readonly string[]): Result<T[], BatchDefect> {
  const read: T[] = [];
  for (const [index, text] of texts.entries()) {
    const line = schema.safeParse(parseJson(text));
    if (!line.success) return refuse({ kind: 'bad-record', line: index + 2 });
    read.push(line.data);
  }
  return ok(read);
}

/** What stands beside the journal. */
function besideJournal(read: Lines): Pick<OpenedBatch, 'persons' | 'referrals' | 'before'> {
  if (read.version === 1) {
    const before = read.lines.flatMap((line, position) => (line.t === 'journal' ? [] : [{ position, line }]));
    return { persons: [], referrals: [], before };
  }
  const { lines } = read;
  return {
    persons: lines.filter((line) => line.t === 'person'),
    referrals: lines.filter((line) => line.t === 'referral-used'),
    before: lines.flatMap((one, position) =>
      one.t === 'before-signed' ? [{ position, line: one.line }] : [],
    ),
  };
}

/** The first line that tells of something which no event of the batch does: nothing is believed unsigned. */
function unsignedLine(read: Lines, journal: readonly OpenedJournal[]): BatchDefect | null {
  if (read.version === 1) return null;
  const named = new Set<string>();
  let upgraded = false;
  for (const { record } of journal) {
    const event = rightsEventOf(record);
    if (event && 'personId' in event.payload) named.add(event.payload.personId);
    if (event?.type === 'window-opened') named.add(event.payload.entitlementId);
    upgraded ||= readEvent(record, 'baseline') !== null;
  }
  const index = read.lines.findIndex((line) => {
    switch (line.t) {
      case 'journal':
        return false;
      case 'person':
        return !named.has(line.personId);
      case 'referral-used':
        return !named.has(line.entitlementId);
      case 'before-signed':
        return !upgraded;
    }
  });
  return index === -1 ? null : { kind: 'unsigned-line', line: index + 2 };
}

function readJournal(
  manifest: BatchManifest,
  lines: readonly (BatchLine | BatchLine01)[],
): Result<Pick<OpenedBatch, 'journal' | 'linksTo'>, BatchDefect> {
  const journal: OpenedJournal[] = [];
  const previous = new Map<Chain, { readonly seq: number; readonly hash: string }>();
  const linksTo: Record<Chain, string | null> = { sale: null, closing: null, copy: null, event: null };
  for (const line of lines) {
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
  read: Lines,
  journal: readonly OpenedJournal[],
): BatchDefect | null {
  const counts =
    read.version === 1 ? countsOf(read.lines, batchLineTypes01) : countsOf(read.lines, batchLineTypes);
  if (canonicalText(counts) !== canonicalText(manifest.counts)) return { kind: 'wrong-counts' };
  const controls = controlsOf(journal.map((one) => one.read));
  if (canonicalText(controls) !== canonicalText(manifest.controls)) return { kind: 'wrong-controls' };
  return null;
}
