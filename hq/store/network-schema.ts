import { boolean, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { SiteCode, TillId } from '#domain/ids.ts';
import type { Day, Instant } from '#domain/time.ts';

// Tables of the network, not of a till: small, the same everywhere (reference tables when distributed).
const instantOf = (name: string) => text(name).$type<Instant>();

/** One row: how many migrations the database has had, and since when the last. Looked at before anything else is read. */
export const schemaVersions = pgTable('schema_version', {
  version: integer('version').primaryKey(),
  upgradedAt: instantOf('upgraded_at').notNull(),
});

/** Each `publish`, as the JSON it came in. */
export const publications = pgTable('publication', {
  number: integer('number').primaryKey(),
  publishedAt: instantOf('published_at').notNull(),
  publishedBy: text('published_by').notNull(),
  content: text('content').notNull(),
});

/** Each distinct content of a catalogue: a new number when prices, revocations, tills or the year changed. */
export const referenceIssues = pgTable('reference_issue', {
  number: integer('number').primaryKey(),
  publication: integer('publication').notNull(),
  contentKey: text('content_key').notNull().unique(),
  issuedAt: instantOf('issued_at').notNull(),
});

/** What stands in the people part now and when it last changed; `gone`: it stood there once. */
export const peopleRows = pgTable(
  'people_row',
  {
    kind: text('kind').$type<'card' | 'referral' | 'erasure'>().notNull(),
    id: text('id').notNull(),
    /** Of what was sealed or written: what did not change is not sealed anew. */
    digest: text('digest').notNull(),
    content: text('content').notNull(),
    number: integer('number').notNull(),
    gone: boolean('gone').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] }), index('people_row_number').on(table.number)],
);

/** One row: the number of the people part, and what it was made from. */
export const peopleStates = pgTable('people_state', {
  number: integer('number').primaryKey(),
  contentKey: text('content_key').notNull(),
});

/** Files of parts as they are sent, base64: the last number of each. */
export const partFiles = pgTable('part_file', {
  name: text('name').primaryKey(),
  number: integer('number').notNull(),
  file: text('file').notNull(),
});

/** Till numbers kept for tills that are lost one day. */
export const spareTills = pgTable('spare_till', {
  till: text('till').$type<TillId>().primaryKey(),
  site: text('site').$type<SiteCode>().notNull(),
  ofTill: text('of_till').$type<TillId>().notNull(),
});

export const revocations = pgTable('revocation', {
  referralKey: text('referral_key').primaryKey(),
  revokedAt: instantOf('revoked_at').notNull(),
});

export const issuedReferrals = pgTable('issued_referral', {
  referralKey: text('referral_key').primaryKey(),
  prescriberId: text('prescriber_id').notNull(),
  issuedOn: date('issued_on', { mode: 'string' }).$type<Day>().notNull(),
  expiresOn: date('expires_on', { mode: 'string' }).$type<Day>().notNull(),
  issuedBy: text('issued_by').notNull(),
});

export const accounts = pgTable('account', {
  name: text('name').primaryKey(),
  /** argon2id. */
  passwordHash: text('password_hash').notNull(),
  mustChange: boolean('must_change').notNull(),
  createdAt: instantOf('created_at').notNull(),
});

/** Signed-in browsers; the cookie's token is kept only as its SHA-256. */
export const webSessions = pgTable('web_session', {
  tokenSha256: text('token_sha256').primaryKey(),
  account: text('account').notNull(),
  expiresAt: instantOf('expires_at').notNull(),
});
