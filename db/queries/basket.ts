import { and, asc, eq, sql } from 'drizzle-orm';
import type { SaleId, TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { basket } from '../schema/index.ts';

export type BasketRow = typeof basket.$inferSelect;

/** Baskets of a till: one current, any number held. */
export function basketQueries(db: Db) {
  const current = db
    .select()
    .from(basket)
    .where(and(eq(basket.till, sql.placeholder('till')), eq(basket.status, 'current')))
    .prepare();
  const byId = db
    .select()
    .from(basket)
    .where(eq(basket.saleId, sql.placeholder('id')))
    .prepare();
  const setStatus = db
    .update(basket)
    .set({ status: sql`${sql.placeholder('status')}`, changedAt: sql`${sql.placeholder('at')}` })
    .where(eq(basket.saleId, sql.placeholder('id')))
    .prepare();
  return {
    insertBasket: inserter(db, basket),
    currentBasket: (till: TillId): BasketRow | undefined => current.get({ till }),
    basketById: (id: SaleId): BasketRow | undefined => byId.get({ id }),
    heldBaskets: (till: TillId): BasketRow[] =>
      db
        .select()
        .from(basket)
        .where(and(eq(basket.till, till), eq(basket.status, 'held')))
        .orderBy(asc(basket.changedAt))
        .all(),
    setBasketStatus: (id: SaleId, status: BasketRow['status'], at: string): void => {
      setStatus.run({ id, status, at });
    },
    saveBasket: (row: Partial<BasketRow> & { readonly saleId: SaleId }): void => {
      db.update(basket).set(row).where(eq(basket.saleId, row.saleId)).run();
    },
  };
}
