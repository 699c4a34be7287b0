import { asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { creditStatement, deposit, drawerMovement, sale, saleTender, session } from '../schema/index.ts';
import type { SaleRow } from './sale.ts';

export type DepositRow = typeof deposit.$inferSelect;
export type StatementRow = typeof creditStatement.$inferSelect;

/** What became of money after the drawer: deposits, claims to structures. */
export function moneyQueries(db: Db) {
  return {
    insertDeposit: inserter(db, deposit),
    deposits: (till: TillId): DepositRow[] =>
      db.select().from(deposit).where(eq(deposit.till, till)).orderBy(desc(deposit.at)).all(),
    saveDeposit: (row: Partial<DepositRow> & { readonly id: string }): void => {
      db.update(deposit).set(row).where(eq(deposit.id, row.id)).run();
    },
    insertStatement: inserter(db, creditStatement),
    statements: (till: TillId): StatementRow[] =>
      db
        .select()
        .from(creditStatement)
        .where(eq(creditStatement.till, till))
        .orderBy(desc(creditStatement.number))
        .all(),
    saveStatement: (row: Partial<StatementRow> & { readonly id: string }): void => {
      db.update(creditStatement).set(row).where(eq(creditStatement.id, row.id)).run();
    },
    /** Money taken out of the drawers of a till during the day. */
    dropsOf: (till: TillId) =>
      db
        .select({ movement: drawerMovement, businessDay: session.businessDay })
        .from(drawerMovement)
        .innerJoin(session, eq(session.id, drawerMovement.sessionId))
        .where(sql`${session.till} = ${till} AND ${drawerMovement.kind} = 'drop'`)
        .orderBy(asc(drawerMovement.at))
        .all(),
    /** Sales, and returns of such sales, that a structure pays or paid at some moment. */
    salesOnCredit: (till: TillId): SaleRow[] => {
      const paid = db
        .select({ id: saleTender.saleId })
        .from(saleTender)
        .where(eq(saleTender.kind, 'structureCredit'));
      const corrected = sql`(SELECT sale_id FROM correction WHERE what = 'tender')`;
      return db
        .select()
        .from(sale)
        .where(
          sql`${sale.till} = ${till} AND ${sale.kind} = 'sale' AND ${or(
            inArray(sale.id, paid),
            sql`${sale.id} IN ${corrected}`,
          )}`,
        )
        .orderBy(asc(sale.recordSeq))
        .all();
    },
  };
}
