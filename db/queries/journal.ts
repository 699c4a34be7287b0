import { and, asc, between, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import type { Chain } from '#domain/journal.ts';
import type { Day } from '#domain/time.ts';
import { type Db, inserter } from '../open.ts';
import { record, typedText } from '../schema/index.ts';

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
  const backwards = db.$client.prepare(
    'SELECT seq, business_day AS day FROM record WHERE till = ? AND chain = ? ORDER BY seq DESC',
  );
  return {
    insertRecord: inserter(db, record),
    insertTypedText: inserter(db, typedText),
    typedText: (digest: string) => db.select().from(typedText).where(eq(typedText.digest, digest)).get(),
    forgetTypedText: (digest: string): void => {
      db.update(typedText).set({ text: null }).where(eq(typedText.digest, digest)).run();
    },
    lastRecord: (till: TillId, chain: Chain) => last.get({ till, chain }),
    /** Records of a chain, both ends included, in order. */
    recordsBetween: (till: TillId, chain: Chain, from: number, to: number): RecordRow[] =>
      range.all({ till, chain, from, to }),
    /** Later prints of a ticket or a closing that these tills made, in order. */
    copiesOf: (tills: readonly TillId[], of: string): RecordRow[] =>
      db
        .select()
        .from(record)
        .where(
          and(
            inArray(record.till, [...tills]),
            eq(record.chain, 'copy'),
            eq(sql`json_extract(${record.bytes}, '$.payload.of')`, of),
          ),
        )
        .orderBy(asc(sql`json_extract(${record.bytes}, '$.payload.copy')`))
        .all(),
    recordHash: (till: TillId, chain: Chain, seq: number): string | null =>
      range.get({ till, chain, from: seq, to: seq })?.hash ?? null,
    /** First number of the last business day that a chain holds: walks back over that day only. */
    firstOfLastDay: (till: TillId, chain: Chain): number => {
      let first = 1;
      let day: string | null = null;
      for (const row of backwards.iterate(till, chain) as IterableIterator<{ seq: number; day: string }>) {
        day ??= row.day;
        if (row.day !== day) break;
        first = row.seq;
      }
      return first;
    },
    /** Last number of a chain whose business day is not after `day`; 0 when there is none. */
    lastSeqUntil: (till: TillId, chain: Chain, day: Day): number =>
      db
        .select({ seq: sql<number>`max(${record.seq})` })
        .from(record)
        .where(and(eq(record.till, till), eq(record.chain, chain), lte(record.businessDay, day)))
        .get()?.seq ?? 0,
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
