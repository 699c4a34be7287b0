import { and, asc, between, desc, eq, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import type { Chain } from '#domain/journal.ts';
import { type Db, inserter } from '../open.ts';
import { record } from '../schema/index.ts';

export type RecordRow = typeof record.$inferSelect;

/** The four chains: append and read, nothing else exists. */
export function recordQueries(db: Db) {
  const last = db
    .select({ seq: record.seq, hash: record.hash, at: record.at, businessDay: record.businessDay })
    .from(record)
    .where(and(eq(record.till, sql.placeholder('till')), eq(record.chain, sql.placeholder('chain'))))
    .orderBy(desc(record.seq))
    .limit(1)
    .prepare();
  const range = db
    .select()
    .from(record)
    .where(
      and(
        eq(record.till, sql.placeholder('till')),
        eq(record.chain, sql.placeholder('chain')),
        between(record.seq, sql.placeholder('from'), sql.placeholder('to')),
      ),
    )
    .orderBy(asc(record.seq))
    .prepare();
  return {
    insertRecord: inserter(db, record),
    lastRecord: (till: TillId, chain: Chain) => last.get({ till, chain }),
    /** Records of a chain, both ends included, in order. */
    recordsBetween: (till: TillId, chain: Chain, from: number, to: number): RecordRow[] =>
      range.all({ till, chain, from, to }),
    /** How many copies of a ticket were printed after the first. */
    copiesOf: (ticket: string): number =>
      db
        .select({ count: sql<number>`count(*)` })
        .from(record)
        .where(and(eq(record.chain, 'copy'), eq(sql`json_extract(${record.bytes}, '$.payload.of')`, ticket)))
        .get()?.count ?? 0,
    lastOfType: (till: TillId, chain: Chain, type: string) =>
      db
        .select()
        .from(record)
        .where(and(eq(record.till, till), eq(record.chain, chain), eq(record.type, type)))
        .orderBy(desc(record.seq))
        .limit(1)
        .get(),
  };
}
