import { z } from 'zod';
import type { FamilyId, SiteCode, TillId } from '#domain/ids.ts';
import { type Chain, chains, firstPreviousHash } from '#domain/journal.ts';
import {
  centsByTender,
  chain,
  count,
  day,
  entitlementId,
  familyId,
  families,
  type Heads,
  identifier,
  instant,
  keyId,
  operatorCode,
  personId,
  prescriberId,
  proof,
  sha256Text,
  signature64,
  siteCode,
  sku,
  tillId,
  unitKey,
} from './schema.ts';

/** Version of the lines of a batch. A reader that does not know it answers `unknown-schema`. */
export const batchSchemaVersion = 1;

/** `bytes` are the record as the till stored and signed it, never rebuilt. */
const journal = z.strictObject({
  t: z.literal('journal'),
  chain,
  seq: z.int().positive(),
  bytes: z.string().max(1_000_000),
  hash: sha256Text,
  signature: signature64,
});

/** `quantity` is signed: what the stock of the product gained or lost. */
const stockMovement = z.strictObject({
  t: z.literal('stock-movement'),
  movementId: identifier,
  at: instant,
  businessDay: day,
  sku,
  unit: z.strictObject({ key: unitKey, text: z.string().max(64) }).nullable(),
  quantity: z.int(),
  kind: z.enum([
    'received',
    'sold',
    'returned',
    'counted',
    'transferred-in',
    'transferred-out',
    'written-off',
    'blocked',
    'tested',
  ]),
  /** Where the unit stands after it; null for what is not tracked by unit. */
  unitStatus: z.enum(['received', 'available', 'sold', 'returned', 'blocked', 'written-off']).nullable(),
  reason: z.string().max(64).nullable(),
  operator: operatorCode,
  saleId: identifier.nullable(),
  provenance: z
    .strictObject({ donor: z.string().max(64), receivedOn: day, tested: z.boolean(), wiped: z.boolean() })
    .nullable(),
});

const entitlement = z.strictObject({
  t: z.literal('entitlement'),
  entitlementId,
  personId,
  from: day,
  until: day,
  policyVersion: z.string().max(64),
  families,
  referralKey: z.string().max(200),
  renewal: count,
});

/** A refused one travels too: it puts its structure on headquarters' call list. */
const referralUsed = z.strictObject({
  t: z.literal('referral-used'),
  referralKey: z.string().max(200),
  proof,
  prescriberId: prescriberId.nullable(),
  personId: personId.nullable(),
  entitlementId: entitlementId.nullable(),
  issuedOn: day.nullable(),
  usedOn: day,
  verdict: z.enum(['accepted', 'accepted-with-warnings', 'refused']),
  /** Codes of the verdict's reasons. */
  reasons: z.array(z.string().max(64)),
  underReserve: z.boolean(),
});

const teamChange = z.strictObject({
  t: z.literal('team-change'),
  at: instant,
  operator: operatorCode,
  change: z.enum(['created', 'reset', 'limited', 'stopped', 'resumed']),
  role: z.enum(['trainee', 'seller', 'manager']).nullable(),
  admin: z.boolean(),
  activeUntil: day.nullable(),
  by: operatorCode,
});

/** Strict: no name, phone number or full birth date can be slipped in. */
const personFields = {
  personId,
  cardHash: sha256Text.nullable(),
  initials: z.string().max(4),
  birthYear: z.int().min(1850).max(2200).nullable(),
  language: z.string().max(16).nullable(),
  postcode: z.string().max(10).nullable(),
  municipality: z.string().max(100).nullable(),
  qpv: z.enum(['yes', 'no', 'unknown', 'domiciled']),
  prescriberId: prescriberId.nullable(),
  blindedKey: z.string().max(64).nullable(),
};
const person = z.strictObject({ t: z.literal('person'), ...personFields });
const personRectified = z.strictObject({ t: z.literal('person-rectified'), ...personFields });
const personErased = z.strictObject({ t: z.literal('person-erased'), personId, on: day });

/** The closed list of what a batch carries. */
export const batchRecord = z.discriminatedUnion('t', [
  journal,
  stockMovement,
  entitlement,
  referralUsed,
  teamChange,
  person,
  personRectified,
  personErased,
]);
export type BatchRecord = z.output<typeof batchRecord>;
export type BatchRecordType = BatchRecord['t'];
export type JournalLine = z.output<typeof journal>;
export type StockMovementLine = z.output<typeof stockMovement>;
export type EntitlementLine = z.output<typeof entitlement>;
export type PersonLine = z.output<typeof person> | z.output<typeof personRectified>;

export const batchRecordTypes = [
  'journal',
  'stock-movement',
  'entitlement',
  'referral-used',
  'team-change',
  'person',
  'person-rectified',
  'person-erased',
] as const satisfies readonly BatchRecordType[];

/** `firstSeq` > `lastSeq` when the chain did not move; `lastHash` is then the hash it already stood at. */
const chainSpan = z.strictObject({ firstSeq: z.int().positive(), lastSeq: count, lastHash: sha256Text });

/** First line of a batch. Its SHA-256 is the identity of the batch and what the seal signs. */
export const batchManifest = z.strictObject({
  t: z.literal('manifest'),
  schemaVersion: z.literal(batchSchemaVersion),
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
  counts: z.record(z.enum(batchRecordTypes), count),
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
});
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
