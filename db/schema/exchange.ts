import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TillId } from '#domain/ids.ts';
import { dayColumn, idColumn, instantColumn } from './columns.ts';

/** Signed bundles from headquarters as received; the highest number is in force. */
export const reference = sqliteTable('reference', {
  number: integer('number').primaryKey(),
  publishedAt: instantColumn('published_at').notNull(),
  receivedAt: instantColumn('received_at').notNull(),
  /** Sealed text, signature included. */
  body: text('body').notNull(),
});

/** What is not a journal record and waits for the next batch. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    body: text('body').notNull(),
    batchNo: integer('batch_no'),
  },
  (table) => [index('outbox_waiting').on(table.till, table.batchNo)],
);

export const batch = sqliteTable(
  'batch',
  {
    till: idColumn<TillId>('till').notNull(),
    batchNo: integer('batch_no').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    fileName: text('file_name').notNull(),
    manifest: text('manifest').notNull(),
    manifestSha256: text('manifest_sha256').notNull(),
    records: integer('records').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** Sealed and not yet encrypted: null as soon as `file` stands. */
    frozen: blob('frozen', { mode: 'buffer' }),
    /** The encrypted file as it is resent; null once deleted, 90 days after it was accepted. */
    file: blob('file', { mode: 'buffer' }),
    state: text('state')
      .$type<'waiting' | 'handed-over' | 'accepted' | 'conflict' | 'gap' | 'unknown-schema' | 'quarantined'>()
      .notNull(),
    handedOverOn: dayColumn('handed_over_on'),
    tries: integer('tries').notNull(),
    lastTryAt: instantColumn('last_try_at'),
    lastError: text('last_error'),
    acknowledgement: text('acknowledgement'),
    answeredAt: instantColumn('answered_at'),
    createdAt: instantColumn('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.batchNo] })],
);
