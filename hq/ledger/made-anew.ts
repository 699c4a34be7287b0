import { sql } from 'drizzle-orm';
import { type HqDb, type Store, rowsOf } from '../store/store.ts';
import { rebuild } from './rebuild.ts';

/** Tables that are folded from the journal. */
const folded = ['usage', 'entitlement', 'card'] as const;

export interface MadeAnew {
  readonly rows: number;
  /** How many stood otherwise before. */
  readonly changed: number;
}

/** Thrown to undo what was only looked at. */
class LookedAt extends Error {
  readonly found: MadeAnew;
  constructor(found: MadeAnew) {
    super('looked at');
    this.found = found;
  }
}

/** Makes the tables of the ledger anew from the signed records alone, and keeps them. */
export const makeLedgerAnew = (store: Store): Promise<MadeAnew> => store.transaction((tx) => compared(tx));

/** The same, but only to see whether they are what the records give: nothing is changed. */
export async function lookAtLedger(store: Store): Promise<MadeAnew> {
  try {
    return await store.transaction(async (tx) => {
      throw new LookedAt(await compared(tx));
    });
  } catch (error) {
    if (error instanceof LookedAt) return error.found;
    throw error;
  }
}

async function compared(tx: Parameters<typeof rebuild>[0]): Promise<MadeAnew> {
  for (const table of folded)
    await tx.db.execute(
      sql`CREATE TEMPORARY TABLE ${sql.identifier(`${table}_before`)} ON COMMIT DROP AS SELECT * FROM ${sql.identifier(table)}`,
    );
  await rebuild(tx);
  const counts = [];
  for (const table of folded) counts.push(await countOf(tx.db, table));
  return {
    rows: counts.reduce((sum, one) => sum + one.rows, 0),
    changed: counts.reduce((sum, one) => sum + one.changed, 0),
  };
}

async function countOf(db: HqDb, table: (typeof folded)[number]): Promise<MadeAnew> {
  const now = sql.identifier(table);
  const before = sql.identifier(`${table}_before`);
  const [counted] = await rowsOf<MadeAnew>(
    db,
    sql`SELECT (SELECT count(*)::int FROM ${now}) AS rows,
      (SELECT count(*)::int FROM ((TABLE ${now} EXCEPT TABLE ${before})
        UNION ALL (TABLE ${before} EXCEPT TABLE ${now})) AS differing) AS changed`,
  );
  return counted ?? { rows: 0, changed: 0 };
}
