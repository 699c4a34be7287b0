import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SaleId, TillId } from '#domain/ids.ts';
import { idColumn, instantColumn } from './columns.ts';

/** Corrections by sale, for lists; the truth is the record. Append only. */
export const correction = sqliteTable(
  'correction',
  {
    id: text('id').primaryKey(),
    saleId: idColumn<SaleId>('sale_id').notNull(),
    /** In whose sale chain the record stands: the till that put it right, not always the one that sold. */
    till: idColumn<TillId>('till').notNull(),
    recordSeq: integer('record_seq').notNull(),
    what: text('what').$type<'tender' | 'person' | 'referral'>().notNull(),
    at: instantColumn('at').notNull(),
  },
  (table) => [index('correction_sale').on(table.saleId)],
);
