import { asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { SaleId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { correction, sale, saleHolder, saleLine, saleTender, usage } from '../schema/index.ts';

/** The tables that the ledger folds from the journal: never the truth, always to be made anew. */
export const ledgerQueries = (db: Db) => ({
  insertUsage: inserter(db, usage),
  insertSaleHolder: inserter(db, saleHolder),
  /** The rows of several sales at once, lines and tenders in their order. */
  rowsOfSales: (ids: readonly SaleId[]) => ({
    sales: db
      .select()
      .from(sale)
      .where(inArray(sale.id, [...ids]))
      .all(),
    lines: db
      .select()
      .from(saleLine)
      .where(inArray(saleLine.saleId, [...ids]))
      .orderBy(asc(saleLine.saleId), asc(saleLine.position))
      .all(),
    tenders: db
      .select()
      .from(saleTender)
      .where(inArray(saleTender.saleId, [...ids]))
      .orderBy(asc(saleTender.saleId), asc(saleTender.position))
      .all(),
  }),
  usageOfSales: (sales: readonly SaleId[]) =>
    db
      .select()
      .from(usage)
      .where(inArray(usage.saleId, [...sales]))
      .all(),
  holdersOf: (sales: readonly SaleId[]) =>
    db
      .select()
      .from(saleHolder)
      .where(inArray(saleHolder.saleId, [...sales]))
      .all(),
  /** Whether something is counted that no sale of the point gives. */
  isCountedWithoutSale: (): boolean =>
    db.$client
      .prepare(
        `SELECT 1 FROM usage AS u WHERE NOT EXISTS (SELECT 1 FROM sale AS s
           WHERE s.id = u.sale_id AND s.till = u.till AND s.record_seq = u.seq)
         UNION ALL SELECT 1 FROM sale_holder AS h WHERE NOT EXISTS (SELECT 1 FROM sale AS s WHERE s.id = h.sale_id)
         LIMIT 1`,
      )
      .get() !== undefined,
  /** Forgets what sales count, to be counted anew. */
  forgetCounted: (sales: readonly SaleId[]): void => {
    db.delete(usage)
      .where(inArray(usage.saleId, [...sales]))
      .run();
    db.delete(saleHolder)
      .where(inArray(saleHolder.saleId, [...sales]))
      .run();
  },
  forgetLedger: (): void => {
    db.delete(usage).run();
    db.delete(saleHolder).run();
  },
  /** Sales of which something came back, or whose person was put right. */
  salesChangedSince: (): SaleId[] => {
    const originals = db.selectDistinct({ id: sale.originalId }).from(sale).where(isNotNull(sale.originalId));
    const corrected = db
      .selectDistinct({ id: correction.saleId })
      .from(correction)
      .where(eq(correction.what, 'person'));
    return [...new Set([...originals.all(), ...corrected.all()].flatMap(({ id }) => id ?? []))];
  },
});
