import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type {
  EntitlementId,
  FamilyId,
  LineId,
  OperatorCode,
  PersonId,
  PrescriberId,
  SaleId,
  SessionId,
  Sku,
  TicketNumber,
  TillId,
  UnitKey,
} from '#domain/ids.ts';
import type { TenderKind } from '#domain/tender.ts';
import { centsColumn, dayColumn, idColumn, instantColumn } from './columns.ts';
import { session } from './session.ts';

/** One row a sale or return, for lists and rules; the truth is its record. Append only. */
export const sale = sqliteTable(
  'sale',
  {
    id: idColumn<SaleId>('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    year: integer('year').notNull(),
    sequence: integer('sequence').notNull(),
    number: idColumn<TicketNumber>('number').notNull().unique(),
    kind: text('kind').$type<'sale' | 'return'>().notNull(),
    at: instantColumn('at').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => session.id),
    recordSeq: integer('record_seq').notNull(),
    personId: idColumn<PersonId>('person_id'),
    entitlementId: idColumn<EntitlementId>('entitlement_id'),
    operator: idColumn<OperatorCode>('operator').notNull(),
    totalCents: centsColumn('total_cents').notNull(),
    savingCents: centsColumn('saving_cents').notNull(),
    changeCents: centsColumn('change_cents').notNull(),
    originalId: idColumn<SaleId>('original_id'),
    /** What makes a second finish the same finish: hash of lines and tenders. */
    contentHash: text('content_hash').notNull(),
  },
  (table) => [
    uniqueIndex('sale_sequence').on(table.till, table.year, table.sequence),
    index('sale_session').on(table.sessionId),
    index('sale_person').on(table.personId),
    index('sale_original').on(table.originalId),
  ],
);

export const saleLine = sqliteTable(
  'sale_line',
  {
    saleId: idColumn<SaleId>('sale_id')
      .notNull()
      .references(() => sale.id),
    position: integer('position').notNull(),
    lineId: idColumn<LineId>('line_id').notNull(),
    sku: idColumn<Sku>('sku').notNull(),
    family: idColumn<FamilyId>('family').notNull(),
    label: text('label').notNull(),
    quantity: integer('quantity').notNull(),
    unitKey: idColumn<UnitKey>('unit_key'),
    totalCents: centsColumn('total_cents').notNull(),
    referenceCents: centsColumn('reference_cents').notNull(),
    returnsLineId: idColumn<LineId>('returns_line_id'),
  },
  (table) => [
    primaryKey({ columns: [table.saleId, table.position] }),
    index('sale_line_unit').on(table.unitKey),
    index('sale_line_returns').on(table.returnsLineId),
  ],
);

export const saleTender = sqliteTable(
  'sale_tender',
  {
    saleId: idColumn<SaleId>('sale_id')
      .notNull()
      .references(() => sale.id),
    position: integer('position').notNull(),
    kind: text('kind').$type<TenderKind>().notNull(),
    cents: centsColumn('cents').notNull(),
    reference: text('reference'),
    prescriberId: idColumn<PrescriberId>('prescriber_id'),
    commitment: text('commitment'),
  },
  (table) => [primaryKey({ columns: [table.saleId, table.position] })],
);
