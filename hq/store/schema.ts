import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Chain } from '#domain/journal.ts';
import type { KeyId, SiteCode, TillId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { ByTender } from '#domain/tender.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { Heads } from '#exchange/schema.ts';

// Every key starts with the till, so that these tables can be distributed or partitioned without a rewrite.
const till = () => text('till').$type<TillId>().notNull();
const site = () => text('site').$type<SiteCode>().notNull();
const batchNo = () => integer('batch_no').notNull();
const cents = (name: string) => bigint(name, { mode: 'number' }).$type<Cents>().notNull();
const dayOf = (name: string) => date(name, { mode: 'string' }).$type<Day>();
const instantOf = (name: string) => text(name).$type<Instant>();

/** A till that was enrolled, and where its batches stand. Its row is the lock of its imports. */
export const tills = pgTable('till', {
  till: till().primaryKey(),
  site: site(),
  enrolledAt: instantOf('enrolled_at').notNull(),
  lastBatchNo: integer('last_batch_no').notNull().default(0),
  lastManifestSha256: text('last_manifest_sha256').notNull(),
  heads: jsonb('heads').$type<Heads>().notNull(),
  lastSeenAt: instantOf('last_seen_at'),
  skewMs: bigint('skew_ms', { mode: 'number' }),
  referenceServed: integer('reference_served'),
  /** age key that what goes to the till is wrapped to; null until it was told. */
  recipient: text('recipient'),
});

export const tillKeys = pgTable(
  'till_key',
  {
    till: till(),
    keyId: text('key_id').$type<KeyId>().notNull(),
    publicKey: text('public_key').notNull(),
    enrolledAt: instantOf('enrolled_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.keyId] }), uniqueIndex('till_key_id').on(table.keyId)],
);

export const enrolmentCodes = pgTable('enrolment_code', {
  till: till().primaryKey(),
  site: site(),
  /** base64url; emptied once used. */
  secret: text('secret').notNull(),
  expiresAt: instantOf('expires_at').notNull(),
  usedAt: instantOf('used_at'),
});

export const batches = pgTable(
  'batch',
  {
    till: till(),
    batchNo: batchNo(),
    site: site(),
    businessDay: dayOf('business_day').notNull(),
    previousBusinessDay: dayOf('previous_business_day'),
    manifestSha256: text('manifest_sha256').notNull(),
    manifest: text('manifest').notNull(),
    seal: text('seal').notNull(),
    fileSha256: text('file_sha256').notNull(),
    referenceNumber: integer('reference_number').notNull(),
    appVersion: text('app_version').notNull(),
    importedAt: instantOf('imported_at').notNull(),
    records: integer('records').notNull(),
    /** When every record's own signature was checked; null while that is still to do. */
    verifiedAt: instantOf('verified_at'),
    signatureDefect: text('signature_defect'),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.batchNo] }),
    index('batch_site_day').on(table.site, table.businessDay),
  ],
);

/** Every answer given, one row per file and kind of answer: nothing that arrived is hidden. */
export const acknowledgements = pgTable(
  'acknowledgement',
  {
    till: till(),
    fileSha256: text('file_sha256').notNull(),
    status: text('status').notNull(),
    batchNo: integer('batch_no'),
    businessDay: dayOf('business_day'),
    previousBusinessDay: dayOf('previous_business_day'),
    document: text('document').notNull(),
    at: instantOf('at').notNull(),
    times: integer('times').notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.till, table.fileSha256, table.status] })],
);

export const journalRecords = pgTable(
  'journal_record',
  {
    till: till(),
    chain: text('chain').$type<Chain>().notNull(),
    seq: integer('seq').notNull(),
    batchNo: batchNo(),
    at: instantOf('at').notNull(),
    businessDay: dayOf('business_day').notNull(),
    type: text('type').notNull(),
    bytes: text('bytes').notNull(),
    hash: text('hash').notNull(),
    signature: text('signature').notNull(),
    keyId: text('key_id').$type<KeyId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.chain, table.seq] })],
);

export const sales = pgTable(
  'sale',
  {
    till: till(),
    saleId: text('sale_id').notNull(),
    batchNo: batchNo(),
    seq: integer('seq').notNull(),
    number: text('number').notNull(),
    kind: text('kind').$type<'sale' | 'return'>().notNull(),
    at: instantOf('at').notNull(),
    businessDay: dayOf('business_day').notNull(),
    operator: text('operator').notNull(),
    personId: text('person_id'),
    entitlementId: text('entitlement_id'),
    policyVersion: text('policy_version').notNull(),
    referenceNumber: integer('reference_number').notNull(),
    totalCents: cents('total_cents'),
    referenceCents: cents('reference_cents'),
    savingCents: cents('saving_cents'),
    netByKind: jsonb('net_by_kind').$type<ByTender>().notNull(),
    original: text('original'),
  },
  (table) => [
    // By place in the chain, not by id: whatever a till signed can be stored.
    primaryKey({ columns: [table.till, table.seq] }),
    index('sale_id').on(table.till, table.saleId),
    index('sale_day').on(table.till, table.businessDay),
    index('sale_number').on(table.number),
    index('sale_original').on(table.original),
  ],
);

export const saleLines = pgTable(
  'sale_line',
  {
    till: till(),
    seq: integer('seq').notNull(),
    saleId: text('sale_id').notNull(),
    lineNo: integer('line_no').notNull(),
    lineId: text('line_id').notNull(),
    sku: text('sku').notNull(),
    family: text('family').notNull(),
    label: text('label').notNull(),
    quantity: integer('quantity').notNull(),
    unitKey: text('unit_key'),
    totalCents: cents('total_cents'),
    referenceCents: cents('reference_cents'),
    savingCents: cents('saving_cents'),
    priceListId: text('price_list_id').notNull(),
    vatCode: text('vat_code').notNull(),
    returnsLineId: text('returns_line_id'),
  },
  (table) => [primaryKey({ columns: [table.till, table.seq, table.lineNo] })],
);

export const tenders = pgTable(
  'tender',
  {
    till: till(),
    seq: integer('seq').notNull(),
    saleId: text('sale_id').notNull(),
    tenderNo: integer('tender_no').notNull(),
    kind: text('kind').notNull(),
    cents: cents('cents'),
    reference: text('reference'),
    prescriberId: text('prescriber_id'),
    commitment: text('commitment'),
  },
  (table) => [primaryKey({ columns: [table.till, table.seq, table.tenderNo] })],
);

/** What counts in a person's caps: the fold of the sale chains (`domain/ledger.ts`). */
export const usages = pgTable(
  'usage',
  {
    till: till(),
    seq: integer('seq').notNull(),
    saleId: text('sale_id').notNull(),
    lineNo: integer('line_no').notNull(),
    batchNo: batchNo(),
    personId: text('person_id').notNull(),
    family: text('family').notNull(),
    units: integer('units').notNull(),
    referenceCents: cents('reference_cents'),
    entitlementId: text('entitlement_id'),
    onDay: dayOf('on_day').notNull(),
    forHousehold: boolean('for_household').notNull(),
    replacement: text('replacement'),
    walkIn: boolean('walk_in').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.seq, table.lineNo] }),
    index('usage_person').on(table.personId),
  ],
);

/** Which fold the tables of the ledger were made by. */
export const ledgerVersions = pgTable('ledger_version', { version: integer('version').primaryKey() });

export const corrections = pgTable(
  'correction',
  {
    till: till(),
    seq: integer('seq').notNull(),
    batchNo: batchNo(),
    businessDay: dayOf('business_day').notNull(),
    saleId: text('sale_id').notNull(),
    what: text('what').$type<'tender' | 'person' | 'referral'>().notNull(),
    change: jsonb('change').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.seq] }), index('correction_sale').on(table.saleId)],
);

export const dayClosings = pgTable(
  'day_closing',
  {
    till: till(),
    seq: integer('seq').notNull(),
    batchNo: batchNo(),
    businessDay: dayOf('business_day').notNull(),
    sales: integer('sales').notNull(),
    returns: integer('returns').notNull(),
    totalCents: cents('total_cents'),
    perpetualNetCents: cents('perpetual_net_cents'),
    perpetualAbsoluteCents: cents('perpetual_absolute_cents'),
  },
  (table) => [primaryKey({ columns: [table.till, table.seq] })],
);

export const differences = pgTable(
  'difference',
  {
    till: till(),
    seq: integer('seq').notNull(),
    position: integer('position').notNull(),
    tender: text('tender').notNull(),
    batchNo: batchNo(),
    businessDay: dayOf('business_day').notNull(),
    expectedCents: cents('expected_cents'),
    countedCents: cents('counted_cents'),
    differenceCents: cents('difference_cents'),
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.till, table.seq, table.position] })],
);

export const stockMovements = pgTable(
  'stock_movement',
  {
    till: till(),
    batchNo: batchNo(),
    position: integer('position').notNull(),
    movementId: text('movement_id').notNull(),
    at: instantOf('at').notNull(),
    businessDay: dayOf('business_day').notNull(),
    sku: text('sku').notNull(),
    unitKey: text('unit_key'),
    quantity: integer('quantity').notNull(),
    kind: text('kind').notNull(),
    unitStatus: text('unit_status'),
    reason: text('reason'),
    operator: text('operator').notNull(),
    saleId: text('sale_id'),
    provenance: jsonb('provenance'),
  },
  (table) => [primaryKey({ columns: [table.till, table.batchNo, table.position] })],
);

export const teamChanges = pgTable(
  'team_change',
  {
    till: till(),
    batchNo: batchNo(),
    position: integer('position').notNull(),
    at: instantOf('at').notNull(),
    operator: text('operator').notNull(),
    change: text('change').notNull(),
    role: text('role'),
    admin: boolean('admin').notNull(),
    activeUntil: dayOf('active_until'),
    by: text('by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.batchNo, table.position] })],
);

/** What headquarters should look at. Nothing here ever refused a sale. */
export const flags = pgTable(
  'flag',
  {
    till: till(),
    kind: text('kind').$type<FlagKind>().notNull(),
    key: text('key').notNull(),
    batchNo: batchNo(),
    onDay: dayOf('on_day').notNull(),
    detail: jsonb('detail').notNull(),
    at: instantOf('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.kind, table.key] })],
);
export type FlagKind = 'referral-twice' | 'quota-overlap' | 'bad-signature';
