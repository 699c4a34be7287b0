import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { LineId, SaleId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { correction, record, sale, saleLine } from '../schema/index.ts';
import type { SaleRow } from './sale.ts';

/** What happened to a sale since: what came back of it, and what was put right. */
export function saleHistoryQueries(db: Db) {
  return {
    insertCorrection: inserter(db, correction),
    returnsOf: (id: SaleId): SaleRow[] =>
      db.select().from(sale).where(eq(sale.originalId, id)).orderBy(asc(sale.at)).all(),
    correctionsOf: (id: SaleId) =>
      db
        .select({ seq: correction.recordSeq, bytes: record.bytes, at: correction.at })
        .from(correction)
        .innerJoin(
          record,
          and(
            eq(record.till, correction.till),
            eq(record.chain, 'sale'),
            eq(record.seq, correction.recordSeq),
          ),
        )
        .where(eq(correction.saleId, id))
        // In the order they were written, whichever chain they stand in: the last one says what is so.
        .orderBy(asc(sql`${correction}.rowid`))
        .all(),
    /** Units already returned, by original line. */
    returnedByLine: (lineIds: readonly LineId[]): Record<string, number> => {
      const rows = db
        .select({ lineId: saleLine.returnsLineId, quantity: sql<number>`-sum(${saleLine.quantity})` })
        .from(saleLine)
        .where(inArray(saleLine.returnsLineId, [...lineIds]))
        .groupBy(saleLine.returnsLineId)
        .all();
      return Object.fromEntries(rows.map((row) => [row.lineId ?? '', row.quantity]));
    },
  };
}
