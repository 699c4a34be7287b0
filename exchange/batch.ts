import { z } from 'zod';
import type { FamilyId, SiteCode, TillId } from '#domain/ids.ts';
import { type Chain, chains, firstPreviousHash } from '#domain/journal.ts';
import { batchLineTypes01 } from './0.1/batch.ts';
import { batchLineTypes } from './batch-line.ts';
import {
  centsByTender,
  chain,
  count,
  day,
  familyId,
  type Heads,
  instant,
  keyId,
  recipient,
  sha256Text,
  signature64,
  siteCode,
  tillId,
} from './schema.ts';

/** Version of the lines of a batch that a till seals. */
export const batchSchemaVersion = 2;
/** Those that are read; of any other, the answer is `unknown-schema`. */
export const batchSchemasRead = [1, 2] as const;

/** `firstSeq` > `lastSeq` when the chain did not move; `lastHash` is then the hash it already stood at. */
const chainSpan = z.strictObject({ firstSeq: z.int().positive(), lastSeq: count, lastHash: sha256Text });

const manifestFields = {
  t: z.literal('manifest'),
  appVersion: z.string().max(64),
  site: siteCode,
  till: tillId,
  /** 1, 2, 3 … per till, without a hole. */
  batchNo: z.int().positive(),
  businessDay: day,
  /** Business day of the batch before; what lies between the two was not open. */
  previousBusinessDay: day.nullable(),
  /** Reference in force at the closing; 0 before the first. */
  referenceNumber: count,
  /** Net cents per tender, change taken off, corrections included; net units sold per family. */
  controls: z.strictObject({ tenderCents: centsByTender, familyUnits: z.record(familyId, z.int()) }),
  chains: z.record(chain, chainSpan),
  /** Over the record lines, each with its line feed. */
  recordsSha256: sha256Text,
  /** 64 zeros on the first batch. */
  previousManifestSha256: sha256Text,
  /** Till's UTC, minutes its wall stands east of it, last drift measured against headquarters. */
  clock: z.strictObject({ at: instant, offsetMinutes: z.int(), driftMs: z.int().nullable() }),
  keyId,
};

/** First line of a batch. Its SHA-256 is the identity of the batch and what the seal signs. */
export const batchManifest = z.discriminatedUnion('schemaVersion', [
  z.strictObject({
    ...manifestFields,
    schemaVersion: z.literal(1),
    counts: z.record(z.enum(batchLineTypes01), count),
  }),
  z.strictObject({
    ...manifestFields,
    schemaVersion: z.literal(2),
    /** age key of the till: what comes back on a stick is wrapped to it. */
    recipient,
    counts: z.record(z.enum(batchLineTypes), count),
  }),
]);
export type BatchManifest = z.output<typeof batchManifest>;

/** What every version of the manifest holds, so that an unknown one can still be answered. */
export const manifestEnvelope = z.object({
  t: z.literal('manifest'),
  schemaVersion: z.int().positive(),
  site: siteCode,
  till: tillId,
  batchNo: z.int().positive(),
  keyId,
});
export type ManifestEnvelope = z.output<typeof manifestEnvelope>;

/** Last line of a batch. */
export const batchSeal = z.strictObject({
  t: z.literal('seal'),
  manifestSha256: sha256Text,
  keyId,
  signature: signature64,
});

export const sealSigningText = (manifestSha256: string): string => `comptoir/batch/1\n${manifestSha256}`;

/** `SITE-TILL-nnnnnn.comptoir`. */
export const batchFileName = (till: TillId, batchNo: number): string =>
  `${till}-${String(batchNo).padStart(6, '0')}.comptoir`;

/** Path of a batch's PUT: `/v1/batches/PAR13/1/42`. */
export const batchPath = (site: SiteCode, till: TillId, batchNo: number): string =>
  `/v1/batches/${site}/${till.slice(site.length + 1)}/${batchNo}`;

/** Where the chains of a till stand before its first record. */
export const noHeads: Heads = {
  sale: { seq: 0, hash: firstPreviousHash },
  closing: { seq: 0, hash: firstPreviousHash },
  copy: { seq: 0, hash: firstPreviousHash },
  event: { seq: 0, hash: firstPreviousHash },
};

/** Where the chains stand after a batch. */
export const headsAfter = (manifest: BatchManifest): Heads =>
  mapChains((one) => ({ seq: manifest.chains[one].lastSeq, hash: manifest.chains[one].lastHash }));

export function mapChains<T>(of: (one: Chain) => T): Record<Chain, T> {
  return Object.fromEntries(chains.map((one) => [one, of(one)])) as Record<Chain, T>;
}

export type Controls = {
  readonly tenderCents: BatchManifest['controls']['tenderCents'];
  readonly familyUnits: Readonly<Record<FamilyId, number>>;
};
