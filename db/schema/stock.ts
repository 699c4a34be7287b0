import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OperatorCode, SaleId, Sku, UnitKey } from '#domain/ids.ts';
import type { UnitStatus } from '#domain/units.ts';
import { dayColumn, flag, idColumn, instantColumn } from './columns.ts';

/** One row a tracked thing. */
export const unit = sqliteTable(
  'unit',
  {
    key: idColumn<UnitKey>('key').primaryKey(),
    text: text('text').notNull(),
    sku: idColumn<Sku>('sku').notNull(),
    status: text('status').$type<UnitStatus>().notNull(),
    donor: text('donor'),
    receivedOn: dayColumn('received_on'),
    /** Sold before anybody received it here: the manager's list. */
    receivedAtSale: flag('received_at_sale').notNull(),
    testedAt: instantColumn('tested_at'),
    testedBy: text('tested_by'),
    wipedAt: instantColumn('wiped_at'),
    wipedBy: text('wiped_by'),
    pinnedListId: text('pinned_list_id'),
    soldOn: dayColumn('sold_on'),
    saleId: idColumn<SaleId>('sale_id'),
    identityHow: text('identity_how').$type<'seen' | 'passed-on'>(),
    identityAt: instantColumn('identity_at'),
    identityBy: idColumn<OperatorCode>('identity_by'),
  },
  (table) => [index('unit_sku').on(table.sku, table.status), index('unit_sale').on(table.saleId)],
);

/** Stock is a sum of movements, never an overwritten number. Append only. */
export const stockMovement = sqliteTable(
  'stock_movement',
  {
    id: integer('id').primaryKey(),
    at: instantColumn('at').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    sku: idColumn<Sku>('sku').notNull(),
    unitKey: idColumn<UnitKey>('unit_key'),
    quantity: integer('quantity').notNull(),
    kind: text('kind').$type<'received' | 'sold' | 'returned' | 'written-off' | 'counted'>().notNull(),
    reason: text('reason'),
    operator: idColumn<OperatorCode>('operator').notNull(),
    saleId: idColumn<SaleId>('sale_id'),
  },
  (table) => [index('stock_movement_sku').on(table.sku, table.kind)],
);
