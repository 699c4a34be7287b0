import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OperatorCode, SessionId, TillId } from '#domain/ids.ts';
import { centsColumn, dayColumn, idColumn, instantColumn, json } from './columns.ts';

export const session = sqliteTable(
  'session',
  {
    id: idColumn<SessionId>('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    number: integer('number').notNull(),
    businessDay: dayColumn('business_day').notNull(),
    openedAt: instantColumn('opened_at').notNull(),
    openedBy: idColumn<OperatorCode>('opened_by').notNull(),
    floatCents: centsColumn('float_cents').notNull(),
    floatCount: json<Record<string, number>>('float_count').notNull(),
    /** Last sequence of the sale chain before this session. */
    saleSeqBefore: integer('sale_seq_before').notNull(),
    closedAt: instantColumn('closed_at'),
    floatLeftCents: centsColumn('float_left_cents'),
    closingSeq: integer('closing_seq'),
  },
  (table) => [uniqueIndex('session_number').on(table.till, table.number)],
);

/** Every count given at an opening or a closing, kept even when it was given again. */
export const cashCountKept = sqliteTable('cash_count', {
  id: integer('id').primaryKey(),
  sessionId: idColumn<SessionId>('session_id').notNull(),
  at: instantColumn('at').notNull(),
  operator: idColumn<OperatorCode>('operator').notNull(),
  count: json<unknown>('count').notNull(),
});

export const drawerMovement = sqliteTable(
  'drawer_movement',
  {
    id: text('id').primaryKey(),
    sessionId: idColumn<SessionId>('session_id').notNull(),
    kind: text('kind').$type<'pay-in' | 'drop' | 'opened'>().notNull(),
    cents: centsColumn('cents').notNull(),
    reason: text('reason').notNull(),
    envelope: text('envelope'),
    at: instantColumn('at').notNull(),
    operator: idColumn<OperatorCode>('operator').notNull(),
    approvedBy: idColumn<OperatorCode>('approved_by'),
  },
  (table) => [index('drawer_movement_session').on(table.sessionId)],
);
