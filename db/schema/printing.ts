import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SaleId, TillId } from '#domain/ids.ts';
import { flag, idColumn, instantColumn, json } from './columns.ts';

export const printJob = sqliteTable(
  'print_job',
  {
    id: text('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    title: text('title').notNull(),
    /** The sale whose ticket it is. */
    saleId: idColumn<SaleId>('sale_id'),
    document: json<unknown>('document').notNull(),
    openDrawer: flag('open_drawer').notNull(),
    /** Another printer than that of the desk; null for the desk's own. */
    printer: json<unknown>('printer'),
    state: text('state')
      .$type<'queued' | 'printing' | 'printed' | 'unconfirmed' | 'failed' | 'ask' | 'dropped'>()
      .notNull(),
    fault: text('fault'),
    createdAt: instantColumn('created_at').notNull(),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (table) => [index('print_job_state').on(table.till, table.state), index('print_job_sale').on(table.saleId)],
);
