import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { KeyId, SiteCode, TillId } from '#domain/ids.ts';
import { flag, idColumn, instantColumn, json } from './columns.ts';

/** A numbered desk of the point. Its private key lives in the keystore, never here. */
export const till = sqliteTable('till', {
  id: idColumn<TillId>('id').primaryKey(),
  site: idColumn<SiteCode>('site').notNull(),
  number: integer('number').notNull(),
  keyId: idColumn<KeyId>('key_id').notNull(),
  publicKey: text('public_key').notNull(),
  demo: flag('demo').notNull(),
  enrolledAt: instantColumn('enrolled_at').notNull(),
});

/** What a till keeps of itself between starts: printer, language, headquarters' address and keys. */
export const setting = sqliteTable(
  'setting',
  {
    till: idColumn<TillId>('till').notNull(),
    name: text('name').notNull(),
    value: json<unknown>('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.till, table.name] })],
);
