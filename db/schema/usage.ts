import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReplacementReason } from '#domain/catalogue.ts';
import type { EntitlementId, FamilyId, PersonId, SaleId } from '#domain/ids.ts';
import { centsColumn, dayColumn, flag, idColumn } from './columns.ts';

/** What was taken; a return adds negative rows on the original day. Append only. */
export const usage = sqliteTable(
  'usage',
  {
    id: integer('id').primaryKey(),
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
  (table) => [index('usage_person').on(table.personId, table.onDay)],
);
