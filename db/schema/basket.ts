import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PersonId, SaleId, TillId } from '#domain/ids.ts';
import { centsColumn, idColumn, instantColumn, json } from './columns.ts';

/** Baskets before payment: they reserve nothing and survive a crash with what was tendered so far. */
export const basket = sqliteTable(
  'basket',
  {
    saleId: idColumn<SaleId>('sale_id').primaryKey(),
    till: idColumn<TillId>('till').notNull(),
    status: text('status').$type<'current' | 'held' | 'finished' | 'abandoned'>().notNull(),
    personId: idColumn<PersonId>('person_id'),
    lines: json<readonly KeptLine[]>('lines').notNull(),
    payment: json<KeptPayment>('payment'),
    /** Total when it was held, to say when a price changed since. */
    heldTotalCents: centsColumn('held_total_cents'),
    changedAt: instantColumn('changed_at').notNull(),
  },
  (table) => [index('basket_status').on(table.till, table.status)],
);

/** A basket line as kept: what was scanned or tapped, never a price. */
export interface KeptLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitKey: string | null;
  readonly unitText: string | null;
  readonly forHousehold: boolean;
  readonly replacement: 'lost' | 'stolen' | 'faulty' | null;
  readonly overriddenBy: string | null;
}

export interface KeptPayment {
  readonly tenders: readonly unknown[];
  readonly cardPending: number | null;
}
