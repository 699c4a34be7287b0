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
import type { Chain } from '#domain/journal.ts';
import type { TenderKind } from '#domain/tender.ts';
import { centsColumn, dayColumn, flag, idColumn, instantColumn } from './columns.ts';
import { session } from './desk.ts';

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

/** Corrections by sale, for lists; the truth is the record. Append only. */
export const correction = sqliteTable(
  'correction',
  {
    id: text('id').primaryKey(),
    saleId: idColumn<SaleId>('sale_id').notNull(),
    recordSeq: integer('record_seq').notNull(),
    what: text('what').$type<'tender' | 'person' | 'referral'>().notNull(),
    at: instantColumn('at').notNull(),
  },
  (table) => [index('correction_sale').on(table.saleId)],
);

/** One row a tracked thing. */
export const unit = sqliteTable(
  'unit',
  {
    key: idColumn<UnitKey>('key').primaryKey(),
    text: text('text').notNull(),
    sku: idColumn<Sku>('sku').notNull(),
    status: text('status')
      .$type<'received' | 'available' | 'sold' | 'returned' | 'blocked' | 'written-off'>()
      .notNull(),
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
