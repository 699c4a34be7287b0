import { and, asc, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { callList, outbox, reference } from '../schema/index.ts';

/** References received, what waits to be put in a batch, and whom to phone. */
export function exchangeQueries(db: Db) {
  return {
    insertReference: inserter(db, reference),
    latestReference: () => db.select().from(reference).orderBy(desc(reference.number)).limit(1).get(),
    referenceOf: (number: number) => db.select().from(reference).where(eq(reference.number, number)).get(),
    forgetReferencesBefore: (number: number): void => {
      // Overwritten, not only let go: one of 0.1 named the people of every point.
      db.$client.pragma('secure_delete = ON');
      db.delete(reference).where(lt(reference.number, number)).run();
      db.$client.pragma('secure_delete = OFF');
    },
    insertOutbox: inserter(db, outbox),
    waitingOutbox: (till: TillId) =>
      db
        .select()
        .from(outbox)
        .where(and(eq(outbox.till, till), isNull(outbox.batchNo)))
        .orderBy(asc(outbox.id))
        .all(),
    putOutboxInBatch: (till: TillId, batchNo: number): void => {
      db.update(outbox)
        .set({ batchNo })
        .where(and(eq(outbox.till, till), isNull(outbox.batchNo)))
        .run();
    },
    insertCall: inserter(db, callList),
    /** Whether a call to this structure is already listed for the day. */
    callListed: (prescriberId: string, businessDay: string): boolean =>
      db
        .select({ id: callList.id })
        .from(callList)
        .where(sql`${callList.prescriberId} = ${prescriberId} AND ${callList.businessDay} = ${businessDay}`)
        .get() !== undefined,
  };
}
