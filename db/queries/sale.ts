import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { PersonId, SaleId, SessionId, TicketNumber, TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { sale, saleLine, saleTender } from '../schema/index.ts';

export type SaleRow = typeof sale.$inferSelect;

/** Sales and returns: rows for lists and rules beside their signed records. */
export function saleQueries(db: Db) {
  const lastSequence = db
    .select({ sequence: sale.sequence })
    .from(sale)
    .where(and(eq(sale.till, sql.placeholder('till')), eq(sale.year, sql.placeholder('year'))))
    .orderBy(desc(sale.sequence))
    .limit(1)
    .prepare();
  const byId = db
    .select()
    .from(sale)
    .where(eq(sale.id, sql.placeholder('id')))
    .prepare();
  // Whose a sale is now: what was signed with it, unless a correction says another.
  const isOf = sql`((${sale.personId} = ${sql.placeholder('personId')}
      AND NOT EXISTS (SELECT 1 FROM sale_holder AS h WHERE h.sale_id = ${sale.id}))
    OR ${sale.id} IN (SELECT sale_id FROM sale_holder WHERE person_id = ${sql.placeholder('personId')}))`;
  const savingOfPerson = db
    .select({ saving: sql<number>`coalesce(sum(${sale.savingCents}), 0)` })
    .from(sale)
    .where(isOf)
    .prepare();
  const salesOfPerson = db
    .select()
    .from(sale)
    .where(isOf)
    .orderBy(desc(sale.at))
    .limit(sql.placeholder('limit'))
    .prepare();
  const tenders = db
    .select()
    .from(saleTender)
    .where(eq(saleTender.saleId, sql.placeholder('id')))
    .orderBy(asc(saleTender.position))
    .prepare();
  const lines = db
    .select()
    .from(saleLine)
    .where(eq(saleLine.saleId, sql.placeholder('id')))
    .orderBy(asc(saleLine.position))
    .prepare();
  return {
    insertSale: inserter(db, sale),
    insertSaleLine: inserter(db, saleLine),
    insertSaleTender: inserter(db, saleTender),
    lastSaleSequence: (till: TillId, year: number): number => lastSequence.get({ till, year })?.sequence ?? 0,
    saleById: (id: SaleId): SaleRow | undefined => byId.get({ id }),
    saleByNumber: (number: TicketNumber): SaleRow | undefined =>
      db.select().from(sale).where(eq(sale.number, number)).get(),
    savingOfPerson: (personId: PersonId): number => savingOfPerson.get({ personId })?.saving ?? 0,
    salesOfSession: (sessionId: SessionId): SaleRow[] =>
      db.select().from(sale).where(eq(sale.sessionId, sessionId)).orderBy(asc(sale.at)).all(),
    tendersOf: (id: SaleId) => tenders.all({ id }),
    linesOf: (id: SaleId) => lines.all({ id }),
    salesOfPerson: (personId: PersonId, limit: number): SaleRow[] => salesOfPerson.all({ personId, limit }),
    /** Latest tickets of a till, or those whose number ends so. */
    recentSales: (till: TillId, text: string, limit: number): SaleRow[] =>
      db
        .select()
        .from(sale)
        .where(
          text === ''
            ? eq(sale.till, till)
            : sql`${sale.number} LIKE ${`%${text.replace(/[%_\\]/g, '\\$&')}`} ESCAPE '\\'`,
        )
        .orderBy(desc(sale.year), desc(sale.sequence))
        .limit(limit)
        .all(),
    saleOfUnit: (unitKey: string): SaleRow | undefined =>
      db
        .select({ sale })
        .from(saleLine)
        .innerJoin(sale, eq(sale.id, saleLine.saleId))
        .where(sql`${saleLine.unitKey} = ${unitKey}`)
        .orderBy(desc(sale.at))
        .limit(1)
        .get()?.sale,
  };
}
