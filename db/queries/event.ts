import { and, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { changedGuards, layGuards } from '../guards.ts';
import type { Db } from '../open.ts';
import { record } from '../schema/index.ts';
import type { RecordRow } from './journal.ts';

export interface EventsAsked {
  readonly types: readonly string[] | null;
  readonly operator: string | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly before: number | null;
  readonly limit: number;
}

/** The technical journal as it is looked up, and what guards the database. */
export function eventQueries(db: Db) {
  const integrity = db.$client.prepare(
    "SELECT seq FROM record INDEXED BY record_integrity WHERE till = ? AND type IN ('integrity-defect', 'clock-jump', 'integrity-read') ORDER BY seq",
  );
  return {
    /** Defects found and defects read: an index of its own, since the desk asks at every turn. */
    integrityRecords: (till: TillId): RecordRow[] =>
      (integrity.all(till) as { seq: number }[]).flatMap(({ seq }) =>
        db
          .select()
          .from(record)
          .where(and(eq(record.till, till), eq(record.chain, 'event'), eq(record.seq, seq)))
          .all(),
      ),
    /** Newest first: a page of the technical journal. */
    events: (till: TillId, asked: EventsAsked): RecordRow[] =>
      db
        .select()
        .from(record)
        .where(
          and(
            eq(record.till, till),
            eq(record.chain, 'event'),
            asked.types === null ? undefined : inArray(record.type, [...asked.types]),
            asked.operator === null
              ? undefined
              : eq(sql`json_extract(${record.bytes}, '$.payload.operator')`, asked.operator),
            asked.from === null ? undefined : gte(record.businessDay, asked.from),
            asked.until === null ? undefined : lte(record.businessDay, asked.until),
            asked.before === null ? undefined : lt(record.seq, asked.before),
          ),
        )
        .orderBy(desc(record.seq))
        .limit(asked.limit)
        .all(),
    /** Guards that are not as they should be, and how they are laid anew. */
    changedGuards: (): string[] => changedGuards(db.$client),
    layGuards: (): void => db.$client.transaction(() => layGuards(db.$client)).immediate(),
  };
}
