import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SaleId, TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { printJob } from '../schema/index.ts';

export type PrintJobRow = typeof printJob.$inferSelect;

/** The printing queue of each till. */
export function printingQueries(db: Db) {
  const ticketJob = db
    .select({ id: printJob.id, state: printJob.state })
    .from(printJob)
    .where(eq(printJob.saleId, sql.placeholder('saleId')))
    .limit(1)
    .prepare();
  return {
    insertPrintJob: inserter(db, printJob),
    printJobById: (id: string): PrintJobRow | undefined =>
      db.select().from(printJob).where(eq(printJob.id, id)).get(),
    /** The job that printed a sale's ticket, if it ever was asked for. */
    ticketJobOf: (saleId: SaleId) => ticketJob.get({ saleId }),
    printJobs: (ofTill: TillId, states: readonly PrintJobRow['state'][]): PrintJobRow[] =>
      db
        .select()
        .from(printJob)
        .where(and(eq(printJob.till, ofTill), inArray(printJob.state, [...states])))
        .orderBy(asc(printJob.createdAt), asc(printJob.id))
        .all(),
    /** Newest first, whatever became of them. */
    lastPrintJobs: (ofTill: TillId, limit: number): PrintJobRow[] =>
      db
        .select()
        .from(printJob)
        .where(and(eq(printJob.till, ofTill), inArray(printJob.state, ['printed', 'unconfirmed'])))
        .orderBy(desc(printJob.createdAt))
        .limit(limit)
        .all(),
    savePrintJob: (row: Partial<PrintJobRow> & { readonly id: string }): void => {
      db.update(printJob).set(row).where(eq(printJob.id, row.id)).run();
    },
  };
}
