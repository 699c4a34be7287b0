import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SaleId, TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { draft, printJob, setting, till } from '../schema/index.ts';

export type PrintJobRow = typeof printJob.$inferSelect;

/** Tills of the point, what they remember, their forms in progress and their printing queue. */
export function deskQueries(db: Db) {
  const ticketJob = db
    .select({ id: printJob.id, state: printJob.state })
    .from(printJob)
    .where(eq(printJob.saleId, sql.placeholder('saleId')))
    .limit(1)
    .prepare();
  return {
    insertTill: inserter(db, till),
    tills: () => db.select().from(till).orderBy(asc(till.number)).all(),
    setting: <T>(ofTill: TillId, name: string): T | undefined =>
      db
        .select({ value: setting.value })
        .from(setting)
        .where(and(eq(setting.till, ofTill), eq(setting.name, name)))
        .get()?.value as T | undefined,
    saveSetting: (ofTill: TillId, name: string, value: unknown): void => {
      db.insert(setting)
        .values({ till: ofTill, name, value })
        .onConflictDoUpdate({ target: [setting.till, setting.name], set: { value } })
        .run();
    },
    draft: (ofTill: TillId, form: string) =>
      db
        .select()
        .from(draft)
        .where(and(eq(draft.till, ofTill), eq(draft.form, form)))
        .get(),
    saveDraft: (row: typeof draft.$inferInsert): void => {
      db.insert(draft)
        .values(row)
        .onConflictDoUpdate({
          target: [draft.till, draft.form],
          set: { body: row.body, changedAt: row.changedAt },
        })
        .run();
    },
    removeDraft: (ofTill: TillId, form: string): void => {
      db.delete(draft)
        .where(and(eq(draft.till, ofTill), eq(draft.form, form)))
        .run();
    },
    removeOldDrafts: (before: string): void => {
      db.delete(draft)
        .where(sql`${draft.changedAt} < ${before}`)
        .run();
    },
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
