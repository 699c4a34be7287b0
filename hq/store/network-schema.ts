import { boolean, date, integer, pgTable, text } from 'drizzle-orm/pg-core';
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

/** Each distinct content of a reference: a new number when prices, cards, revocations or the year changed. */
export const referenceIssues = pgTable('reference_issue', {
  number: integer('number').primaryKey(),
  publication: integer('publication').notNull(),
  contentKey: text('content_key').notNull().unique(),
  issuedAt: instantOf('issued_at').notNull(),
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
