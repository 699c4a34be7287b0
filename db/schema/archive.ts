import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TillId } from '#domain/ids.ts';
import { idColumn, instantColumn } from './columns.ts';

/** Archives written so far; the files live where they were written. */
export const archive = sqliteTable('archive', {
  id: integer('id').primaryKey(),
  till: idColumn<TillId>('till').notNull(),
  period: text('period').notNull(),
  folder: text('folder').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  madeAt: instantColumn('made_at').notNull(),
  records: integer('records').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
});
