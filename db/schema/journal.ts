import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { TillId } from '#domain/ids.ts';
import type { Chain } from '#domain/journal.ts';
import { dayColumn, idColumn, instantColumn } from './columns.ts';

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
