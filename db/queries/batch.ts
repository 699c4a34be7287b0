import { and, asc, desc, eq, lt, ne, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { batch } from '../schema/index.ts';

export type BatchRow = typeof batch.$inferSelect;

/** Days frozen for headquarters, and what it answered. */
export function batchQueries(db: Db) {
  return {
    insertBatch: inserter(db, batch),
    lastBatch: (till: TillId): BatchRow | undefined =>
      db.select().from(batch).where(eq(batch.till, till)).orderBy(desc(batch.batchNo)).limit(1).get(),
    batchByNo: (till: TillId, batchNo: number): BatchRow | undefined =>
      db
        .select()
        .from(batch)
        .where(and(eq(batch.till, till), eq(batch.batchNo, batchNo)))
        .get(),
    /** Headquarters' last answer that accepted a batch, as it was signed. */
    lastAcknowledgement: (till: TillId): string | undefined =>
      db
        .select({ acknowledgement: batch.acknowledgement })
        .from(batch)
        .where(and(eq(batch.till, till), eq(batch.state, 'accepted')))
        .orderBy(desc(batch.batchNo))
        .limit(1)
        .get()?.acknowledgement ?? undefined,
    /** Newest first, without their files. */
    batches: (till: TillId, limit: number) =>
      db
        .select({
          batchNo: batch.batchNo,
          businessDay: batch.businessDay,
          fileName: batch.fileName,
          records: batch.records,
          sizeBytes: batch.sizeBytes,
          createdAt: batch.createdAt,
          state: batch.state,
          handedOverOn: batch.handedOverOn,
          tries: batch.tries,
          lastTryAt: batch.lastTryAt,
          lastError: batch.lastError,
          answeredAt: batch.answeredAt,
          acknowledgement: batch.acknowledgement,
        })
        .from(batch)
        .where(eq(batch.till, till))
        .orderBy(desc(batch.batchNo))
        .limit(limit)
        .all(),
    /** What headquarters has not accepted, oldest first, whatever it answered: no state hides a day. */
    unacknowledged: (till: TillId) =>
      db
        .select({
          batchNo: batch.batchNo,
          businessDay: batch.businessDay,
          state: batch.state,
          tries: batch.tries,
        })
        .from(batch)
        .where(and(eq(batch.till, till), ne(batch.state, 'accepted')))
        .orderBy(asc(batch.batchNo))
        .all(),
    saveBatch: (row: Partial<BatchRow> & { readonly till: TillId; readonly batchNo: number }): void => {
      db.update(batch)
        .set(row)
        .where(and(eq(batch.till, row.till), eq(batch.batchNo, row.batchNo)))
        .run();
    },
    /** Forgets the files that headquarters accepted before `before`; their manifests and answers stay. */
    forgetFilesBefore: (till: TillId, before: string): void => {
      db.update(batch)
        .set({ file: null })
        .where(and(eq(batch.till, till), eq(batch.state, 'accepted'), lt(sql`${batch.answeredAt}`, before)))
        .run();
    },
  };
}
