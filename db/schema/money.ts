import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OperatorCode, PrescriberId, TicketNumber, TillId } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { centsColumn, dayColumn, idColumn, instantColumn, json } from './columns.ts';

/** Envelopes taken to the bank together; `credited*` once seen on the bank's statement. */
export const deposit = sqliteTable('deposit', {
  id: text('id').primaryKey(),
  till: idColumn<TillId>('till').notNull(),
  at: instantColumn('at').notNull(),
  operator: idColumn<OperatorCode>('operator').notNull(),
  cents: centsColumn('cents').notNull(),
  slip: text('slip').notNull(),
  /** `Z 12`, or the id of a withdrawal. */
  envelopes: json<readonly string[]>('envelopes').notNull(),
  creditedOn: dayColumn('credited_on'),
  creditedCents: centsColumn('credited_cents'),
  creditedBy: idColumn<OperatorCode>('credited_by'),
});

/** What a structure is asked to pay: its undertakings up to a moment; `settled*` once it has paid. */
export const creditStatement = sqliteTable(
  'credit_statement',
  {
    id: text('id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    number: integer('number').notNull(),
    prescriberId: idColumn<PrescriberId>('prescriber_id').notNull(),
    madeAt: instantColumn('made_at').notNull(),
    operator: idColumn<OperatorCode>('operator').notNull(),
    totalCents: centsColumn('total_cents').notNull(),
    credits: json<readonly StatedCredit[]>('credits').notNull(),
    settledOn: dayColumn('settled_on'),
    settledCents: centsColumn('settled_cents'),
    settledBy: idColumn<OperatorCode>('settled_by'),
  },
  (table) => [uniqueIndex('credit_statement_number').on(table.till, table.number)],
);

export interface StatedCredit {
  readonly number: TicketNumber;
  readonly businessDay: Day;
  readonly commitment: string;
  readonly cents: Cents;
}
