import { gzipSync } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { SiteCode, TillId } from '#domain/ids.ts';
import { type Chain, type JournalRecord, canonicalText } from '#domain/journal.ts';
import type { Day } from '#domain/time.ts';
import {
  type BatchManifest,
  batchFileName,
  batchSchemaVersion,
  mapChains,
  sealSigningText,
} from './batch.ts';
import { type BatchLine, batchLineTypes } from './batch-line.ts';
import { type Signer, sha256Hex } from './crypto.ts';
import { controlsOf, readRecord } from './payload.ts';
import type { Heads } from './schema.ts';

export interface BatchInput {
  readonly site: SiteCode;
  readonly till: TillId;
  readonly batchNo: number;
  readonly businessDay: Day;
  readonly previousBusinessDay: Day | null;
  readonly appVersion: string;
  readonly referenceNumber: number;
  readonly recipient: string;
  readonly clock: BatchManifest['clock'];
  /** 64 zeros on the first batch. */
  readonly previousManifestSha256: string;
  /** Where the four chains stood at the end of the batch before (`noHeads` for the first). */
  readonly headsBefore: Heads;
  /** Journal records of a chain in the order of their numbers; the rest in any order. */
  readonly records: readonly BatchLine[];
}

export interface SealedBatch {
  readonly fileName: string;
  readonly manifest: BatchManifest;
  /** Identity of the batch. */
  readonly manifestSha256: string;
  /** gzip of the lines; what `encryptBatch` takes. */
  readonly plain: Uint8Array;
}

/**
 * Seals the records of a closing into a batch.
 * @throws when a chain in the input has a hole or does not start after `headsBefore`: a bug of the caller.
 */
export function sealBatch(input: BatchInput, signer: Signer): SealedBatch {
  const lines = input.records.map((record) => `${JSON.stringify(record)}\n`);
  const body = Buffer.from(lines.join(''), 'utf8');
  const manifest = manifestOf(input, sha256Hex(body), signer.keyId);
  const manifestText = canonicalText(manifest);
  const manifestSha256 = sha256Hex(manifestText);
  const signature = signer.sign(sealSigningText(manifestSha256));
  const seal = canonicalText({ t: 'seal', manifestSha256, keyId: signer.keyId, signature });
  const whole = Buffer.concat([Buffer.from(`${manifestText}\n`), body, Buffer.from(`${seal}\n`)]);
  return {
    fileName: batchFileName(input.till, input.batchNo),
    manifest,
    manifestSha256,
    plain: gzipSync(whole),
  };
}

function manifestOf(input: BatchInput, recordsSha256: string, keyId: BatchManifest['keyId']): BatchManifest {
  const { headsBefore: _heads, records, ...named } = input;
  return {
    ...named,
    t: 'manifest',
    schemaVersion: batchSchemaVersion,
    counts: countsOf(records, batchLineTypes),
    controls: { ...controlsOf(saleRecords(records).map(readOwn)) },
    chains: spansOf(input),
    recordsSha256,
    keyId,
  };
}

/** How many lines there are of each type. */
export function countsOf<T extends string>(
  lines: Iterable<{ readonly t: T }>,
  types: readonly T[],
): Record<T, number> {
  const counts = Object.fromEntries(types.map((type) => [type, 0])) as Record<T, number>;
  for (const line of lines) counts[line.t] += 1;
  return counts;
}

function saleRecords(records: readonly BatchLine[]): JournalRecord[] {
  return records.flatMap((record) =>
    record.t === 'journal' && record.chain === 'sale' ? [JSON.parse(record.bytes) as JournalRecord] : [],
  );
}

function readOwn(record: JournalRecord): NonNullable<ReturnType<typeof readRecord>> {
  const read = readRecord(record);
  if (!read) throw new Error(`sale record ${record.seq} lacks what its type must hold`);
  return read;
}

function spansOf(input: BatchInput): BatchManifest['chains'] {
  const heads = mapChains((chain) => ({ ...input.headsBefore[chain] }));
  for (const record of input.records) {
    if (record.t !== 'journal') continue;
    const head = heads[record.chain];
    if (record.seq !== head.seq + 1)
      throw new Error(`${record.chain} record ${record.seq} does not follow ${head.seq}`);
    heads[record.chain] = { seq: record.seq, hash: record.hash };
  }
  return mapChains((chain: Chain) => ({
    firstSeq: input.headsBefore[chain].seq + 1,
    lastSeq: heads[chain].seq,
    lastHash: heads[chain].hash,
  }));
}

/** A new age (X25519) identity and the recipient that goes with it. */
export async function newAgeIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Encrypts a sealed batch to headquarters' recipients (`age1…`). */
export async function encryptBatch(plain: Uint8Array, ageRecipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of ageRecipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** The sealed batch inside an encrypted one; null when it was not meant for this identity or was touched. */
export async function decryptBatch(bytes: Uint8Array, ageIdentity: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentity);
  try {
    return await decrypter.decrypt(bytes);
  } catch {
    return null;
  }
}
