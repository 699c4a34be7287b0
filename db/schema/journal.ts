import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { TillId } from '#domain/ids.ts';
import type { Chain } from '#domain/journal.ts';
import { dayColumn, idColumn, instantColumn } from './columns.ts';

/** Long words of somebody's hand, which records name by their digest: they can be erased, the record stays. */
export const typedText = sqliteTable('typed_text', {
  /** Of salt and text: hex SHA-256. */
  digest: text('digest').primaryKey(),
  salt: text('salt').notNull(),
  /** Null once erased. */
  text: text('text'),
  at: instantColumn('at').notNull(),
});

/** The four chains of a till: records as signed, never rebuilt. Append only. */
export const record = sqliteTable(
  'record',
  {
    id: integer('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    chain: text('chain').$type<Chain>().notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    at: instantColumn('at').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    bytes: text('bytes').notNull(),
    hash: text('hash').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [uniqueIndex('record_chain').on(table.till, table.chain, table.seq)],
);
