import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
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
  const ofSale = db
    .select()
    .from(unit)
    .where(eq(unit.saleId, sql.placeholder('saleId')))
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
  const received = db
    .select({ id: stockMovement.id })
    .from(stockMovement)
    .where(and(eq(stockMovement.sku, sql.placeholder('sku')), eq(stockMovement.kind, 'received')))
    .limit(1)
    .prepare();
  const movedSince = db
    .select({
      sku: stockMovement.sku,
      quantity: sql<number>`sum(${stockMovement.quantity})`,
      last: sql<number>`max(${stockMovement.id})`,
    })
    .from(stockMovement)
    .where(and(gt(stockMovement.id, sql.placeholder('after')), isNull(stockMovement.unitKey)))
    .groupBy(stockMovement.sku)
    .prepare();
  // The sum so far and the movement it reaches: a day of a busy point adds a few hundred rows to read, not years.
  const sums = { reached: 0, bySku: new Map<Sku, number>() };
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
    unitsOfSale: (saleId: SaleId): UnitRecord[] => ofSale.all({ saleId }),
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
    /** Sum of the movements of each product not tracked by unit. Never inside a transaction that may be undone. */
    quantities: (): ReadonlyMap<Sku, number> => {
      for (const row of movedSince.all({ after: sums.reached })) {
        sums.bySku.set(row.sku, (sums.bySku.get(row.sku) ?? 0) + row.quantity);
        sums.reached = Math.max(sums.reached, row.last);
      }
      return sums.bySku;
    },
    /** A product never received here has no stock to count: services, top-ups printed by the carrier. */
    everReceived: (sku: Sku): boolean => received.get({ sku }) !== undefined,
  };
}
