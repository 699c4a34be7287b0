import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReplacementReason } from '#domain/catalogue.ts';
import type { EntitlementId, FamilyId, PersonId, SaleId, TillId } from '#domain/ids.ts';
import { centsColumn, dayColumn, flag, idColumn } from './columns.ts';

/** What was taken: the fold of the sale chain (`domain/ledger.ts`), by the line of the record that a row comes from. */
export const usage = sqliteTable(
  'usage',
  {
    till: idColumn<TillId>('till').notNull(),
    seq: integer('seq').notNull(),
    lineNo: integer('line_no').notNull(),
    personId: idColumn<PersonId>('person_id').notNull(),
    entitlementId: idColumn<EntitlementId>('entitlement_id'),
    saleId: idColumn<SaleId>('sale_id').notNull(),
    family: idColumn<FamilyId>('family').notNull(),
    units: integer('units').notNull(),
    referenceCents: centsColumn('reference_cents').notNull(),
    onDay: dayColumn('on_day').notNull(),
    forHousehold: flag('for_household').notNull(),
    replacement: text('replacement').$type<ReplacementReason>(),
    walkIn: flag('walk_in').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.till, table.seq, table.lineNo] }),
    index('usage_person').on(table.personId, table.onDay),
    index('usage_sale').on(table.saleId),
  ],
);

/** Whose a sale is now, where a correction says another than was signed with it; its returns follow it. */
export const saleHolder = sqliteTable(
  'sale_holder',
  {
    saleId: idColumn<SaleId>('sale_id').primaryKey(),
    personId: idColumn<PersonId>('person_id'),
  },
  (table) => [index('sale_holder_person').on(table.personId)],
);
