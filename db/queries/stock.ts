import { and, asc, eq, sql } from 'drizzle-orm';
import type { SaleId, Sku, UnitKey } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { stockMovement, unit } from '../schema/index.ts';

export type UnitRecord = typeof unit.$inferSelect;

/** Units one by one, and everything else as a sum of movements. */
export function stockQueries(db: Db) {
  const byKey = db
    .select()
    .from(unit)
    .where(eq(unit.key, sql.placeholder('key')))
    .prepare();
  const markSold = db
    .update(unit)
    .set({
      status: 'sold',
      soldOn: sql`${sql.placeholder('soldOn')}`,
      saleId: sql`${sql.placeholder('saleId')}`,
    })
    .where(eq(unit.key, sql.placeholder('key')))
    .prepare();
  const quantity = db
    .select({
      quantity: sql<number>`coalesce(sum(${stockMovement.quantity}), 0)`,
      rows: sql<number>`count(*)`,
    })
    .from(stockMovement)
    .where(eq(stockMovement.sku, sql.placeholder('sku')))
    .prepare();
  return {
    unitByKey: (key: UnitKey): UnitRecord | undefined => byKey.get({ key }),
    insertUnit: inserter(db, unit),
    markUnitSold: (key: UnitKey, soldOn: string, saleId: SaleId): void => {
      markSold.run({ key, soldOn, saleId });
    },
    saveUnit: (row: Partial<UnitRecord> & { readonly key: UnitKey }): void => {
      db.update(unit).set(row).where(eq(unit.key, row.key)).run();
    },
    unitsOf: (sku: Sku): UnitRecord[] =>
      db.select().from(unit).where(eq(unit.sku, sku)).orderBy(asc(unit.status), asc(unit.text)).all(),
    unitsOfSale: (saleId: SaleId): UnitRecord[] =>
      db.select().from(unit).where(eq(unit.saleId, saleId)).all(),
    unitCounts: () =>
      db
        .select({
          sku: unit.sku,
          status: unit.status,
          receivedAtSale: unit.receivedAtSale,
          count: sql<number>`count(*)`,
        })
        .from(unit)
        .groupBy(unit.sku, unit.status, unit.receivedAtSale)
        .all(),
    insertMovement: inserter(db, stockMovement),
    /** Sum of the movements of a product; null when it was never moved, so its stock is not counted. */
    quantityOf: (sku: Sku): number | null => {
      const row = quantity.get({ sku });
      return row && row.rows > 0 ? row.quantity : null;
    },
    everReceived: (sku: Sku): boolean =>
      db
        .select({ id: stockMovement.id })
        .from(stockMovement)
        .where(and(eq(stockMovement.sku, sku), eq(stockMovement.kind, 'received')))
        .limit(1)
        .get() !== undefined,
  };
}
