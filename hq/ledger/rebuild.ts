import { sql } from 'drizzle-orm';
import type { TicketNumber, TillId } from '#domain/ids.ts';
import { parseRecord } from '#domain/journal.ts';
import { rightsEventTypes } from '#domain/rights.ts';
import { rightsEventOf } from '#exchange/event-payload.ts';
import { ledgerEntryIn } from '#exchange/ledger-entry.ts';
import { type HqDb, type Store, type StoreTx, rowsOf } from '../store/store.ts';
import { newTables } from '../import/tables.ts';
import { type Told, copyUsage, countAnew, countedOf, listOf } from './count.ts';
import { foldRights, subjectOf } from './rights.ts';

/** Grows when the fold gives other rows from the same records. */
const ledgerVersion = 1;
const chunk = 2_000;

/** Makes the tables of the ledger from the journal, where an earlier version left them otherwise. */
export async function rebuildIfNeeded(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.db.execute(sql`LOCK TABLE ledger_version IN EXCLUSIVE MODE`);
    const [made] = await rowsOf<{ version: number }>(tx.db, sql`SELECT version FROM ledger_version`);
    if (made?.version === ledgerVersion) return;
    await rebuild(tx);
    await tx.db.execute(sql`DELETE FROM ledger_version`);
    await tx.db.execute(sql`INSERT INTO ledger_version (version) VALUES (${ledgerVersion})`);
  });
}

/** Makes the tables of the ledger from the journal alone: the same rows as the imports wrote. */
export async function rebuild(tx: StoreTx): Promise<void> {
  await tx.db.execute(sql`DELETE FROM usage`);
  await tx.db.execute(sql`DELETE FROM card`);
  await tx.db.execute(sql`DELETE FROM rights_event`);
  const tills = await rowsOf<{ till: TillId }>(tx.db, sql`SELECT till FROM till ORDER BY till`);
  for (const { till } of tills) await nameRights(tx, till);
  for (const { till } of tills) await foldRights(tx.db, till, await subjectsOf(tx.db, till));
  for (const { till } of tills) {
    const changed = await changedSalesOf(tx.db, till);
    await countUnchanged(tx, till, changed);
    await countAnew(tx, till, [...changed]);
  }
}

/** Says again of each event of a till which window or person it is about. */
async function nameRights(tx: StoreTx, till: TillId): Promise<void> {
  const table = newTables().rights;
  const rows = await rowsOf<{ seq: number; bytes: string; batchNo: number }>(
    tx.db,
    sql`SELECT seq, bytes, batch_no AS "batchNo" FROM journal_record
      WHERE till = ${till} AND chain = 'event' AND type IN (${listOf(rightsEventTypes)}) ORDER BY seq`,
  );
  for (const { seq, bytes, batchNo } of rows) {
    const record = parseRecord(bytes);
    const event = record && rightsEventOf(record);
    const subject = event && subjectOf(event);
    if (subject) table.add({ till, seq, batch_no: batchNo, subject });
  }
  await tx.copy(table.rows());
}

const subjectsOf = async (db: HqDb, till: TillId): Promise<string[]> =>
  (
    await rowsOf<{ subject: string }>(db, sql`SELECT DISTINCT subject FROM rights_event WHERE till = ${till}`)
  ).map((row) => row.subject);

/** Sales of a till of which something came back, or whose person was put right. */
async function changedSalesOf(db: HqDb, till: TillId): Promise<ReadonlySet<TicketNumber>> {
  const rows = await rowsOf<{ number: TicketNumber }>(
    db,
    sql`SELECT s.number FROM sale AS s WHERE s.till = ${till} AND s.original IS NULL
      AND (EXISTS (SELECT 1 FROM sale AS back WHERE back.original = s.number)
        OR EXISTS (SELECT 1 FROM correction AS c WHERE c.sale_id = s.sale_id AND c.what = 'person'))`,
  );
  return new Set(rows.map((row) => row.number));
}

async function countUnchanged(tx: StoreTx, till: TillId, changed: ReadonlySet<TicketNumber>): Promise<void> {
  for (let after = 0; ;) {
    const rows = await rowsOf<{ seq: number; bytes: string; batchNo: number }>(
      tx.db,
      sql`SELECT seq, bytes, batch_no AS "batchNo" FROM journal_record
        WHERE till = ${till} AND chain = 'sale' AND seq > ${after} ORDER BY seq LIMIT ${chunk}`,
    );
    const last = rows.at(-1);
    if (!last) return;
    const told = rows.flatMap(({ bytes, batchNo }): Told[] => {
      const entry = ledgerEntryIn(bytes);
      return entry?.kind === 'sale' && !changed.has(entry.of) ? [{ entry, batchNo }] : [];
    });
    await copyUsage(
      tx,
      told.flatMap((one) => countedOf(one, [], [])),
    );
    after = last.seq;
  }
}
