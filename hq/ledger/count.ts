import { type SQL, sql } from 'drizzle-orm';
import type { PersonId, SaleId, TicketNumber, TillId } from '#domain/ids.ts';
import { type LedgerCorrection, type LedgerSale, type UsageRow, usageOf } from '#domain/ledger.ts';
import { type LedgerEntry, ledgerEntryIn, ledgerEntryOf } from '#exchange/ledger-entry.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';
import { CopyText } from '../store/copy-text.ts';
import { type HqDb, type StoreTx, rowsOf } from '../store/store.ts';

/** A record of the sale chain as the ledger reads it, with the batch that brought it. */
export interface Told {
  readonly entry: LedgerEntry;
  readonly batchNo: number;
}

/** Values of a list in a statement. */
export const listOf = (values: readonly string[]): SQL =>
  sql.join(
    values.map((one) => sql`${one}`),
    sql`, `,
  );

/** Tills of the point of a till: no till changes what another point's people took. */
export const tillsOfPoint = (till: TillId): SQL =>
  sql`(SELECT till FROM till WHERE site = (SELECT site FROM till WHERE till = ${till}))`;

/** How many sales are looked up in one statement. */
const atOnce = 2_000;

/**
 * Counts what a batch brought, by the same fold as the till's. A return or correction may come before its sale, from
 * another till of the point: it waits in the tables of its records, and counts once the sale is there. Gives who is
 * touched by it. Once the batch's records are stored, in their transaction.
 */
export async function countBatch(tx: StoreTx, batch: OpenedBatch): Promise<ReadonlySet<PersonId>> {
  const { till, batchNo } = batch.manifest;
  const told = batch.journal.flatMap(({ record, read }): Told[] => {
    const entry = ledgerEntryOf(record, read);
    return entry ? [{ entry, batchNo }] : [];
  });
  const touched = new Set(told.flatMap(({ entry }) => (entry.kind === 'sale' ? [] : [entry.of])));
  const fresh = told.filter(({ entry }) => entry.kind === 'sale' && !touched.has(entry.of));
  for (const number of await waitedFor(tx.db, till, fresh)) touched.add(number);
  const rows = fresh.filter(({ entry }) => !touched.has(entry.of)).flatMap((one) => countedOf(one, [], []));
  const again = await countAnew(tx, till, [...touched]);
  await copyUsage(tx, rows);
  return new Set([...rows, ...again].map((row) => row.personId));
}

/** Which of these sales something already came in about, before them. */
async function waitedFor(db: HqDb, till: TillId, fresh: readonly Told[]): Promise<TicketNumber[]> {
  const found: TicketNumber[] = [];
  for (let at = 0; at < fresh.length; at += atOnce) {
    const some = fresh.slice(at, at + atOnce).map(({ entry }) => entry);
    const numbers = listOf(some.map((one) => one.of));
    const ids = new Map(
      some.flatMap((one) => (one.kind === 'sale' ? [[one.sale.payload.saleId, one.of]] : [])),
    );
    const back = await rowsOf<{ of: TicketNumber }>(
      db,
      sql`SELECT DISTINCT original AS of FROM sale WHERE original IN (${numbers}) AND till IN ${tillsOfPoint(till)}`,
    );
    const corrected = await rowsOf<{ id: SaleId }>(
      db,
      sql`SELECT DISTINCT sale_id AS id FROM correction
        WHERE what = 'person' AND sale_id IN (${listOf([...ids.keys()])}) AND till IN ${tillsOfPoint(till)}`,
    );
    found.push(...back.map((row) => row.of), ...corrected.flatMap((row) => ids.get(row.id) ?? []));
  }
  return found;
}

export interface CountedRow extends UsageRow {
  readonly batchNo: number;
}

/** Counts these sales of a point anew, whatever was counted of them; those that have not come yet count nothing. */
export async function countAnew(
  tx: StoreTx,
  till: TillId,
  numbers: readonly TicketNumber[],
): Promise<CountedRow[]> {
  const rows: CountedRow[] = [];
  for (let at = 0; at < numbers.length; at += atOnce)
    rows.push(...(await countSome(tx, till, numbers.slice(at, at + atOnce))));
  await copyUsage(tx, rows);
  return rows;
}

async function countSome(tx: StoreTx, till: TillId, numbers: readonly TicketNumber[]): Promise<CountedRow[]> {
  const tills = tillsOfPoint(till);
  const these = listOf(numbers);
  const records = await rowsOf<{ bytes: string; batchNo: number }>(
    tx.db,
    sql`SELECT j.bytes, j.batch_no AS "batchNo" FROM sale AS s
        JOIN journal_record AS j ON j.till = s.till AND j.chain = 'sale' AND j.seq = s.seq
      WHERE s.till IN ${tills} AND (s.number IN (${these}) OR s.original IN (${these}))
      UNION ALL
      SELECT j.bytes, j.batch_no FROM correction AS c
        JOIN journal_record AS j ON j.till = c.till AND j.chain = 'sale' AND j.seq = c.seq
      WHERE c.till IN ${tills} AND c.what = 'person'
        AND c.sale_id IN (SELECT sale_id FROM sale WHERE till IN ${tills} AND number IN (${these}))`,
  );
  await tx.db.execute(sql`
    DELETE FROM usage AS u USING sale AS s
    WHERE u.till = s.till AND u.seq = s.seq AND s.till IN ${tills}
      AND (s.number IN (${these}) OR s.original IN (${these}))`);
  const told = records.flatMap(({ bytes, batchNo }): Told[] => {
    const entry = ledgerEntryIn(bytes);
    return entry ? [{ entry, batchNo }] : [];
  });
  return [...Map.groupBy(told, ({ entry }) => entry.of).values()].flatMap((ticket) => {
    const root = ticket.find(({ entry }) => entry.kind === 'sale');
    return root ? countedOf(root, ticket, ticket) : [];
  });
}

/** What a sale counts with what is known of it since. */
export function countedOf(root: Told, later: readonly Told[], corrections: readonly Told[]): CountedRow[] {
  const { entry } = root;
  if (entry.kind !== 'sale') return [];
  const { saleId } = entry.sale.payload;
  const back = later.flatMap((one): (LedgerSale & { readonly batchNo: number })[] =>
    one.entry.kind === 'later' ? [{ ...one.entry.sale, batchNo: one.batchNo }] : [],
  );
  const batches = new Map(back.map((one) => [`${one.till} ${one.seq}`, one.batchNo]));
  const rows = usageOf({
    sale: entry.sale,
    later: back,
    corrections: corrections.flatMap(({ entry: one }): LedgerCorrection[] =>
      one.kind === 'correction' && one.saleId === saleId ? [one.correction] : [],
    ),
  });
  return rows.map((row) => ({ ...row, batchNo: batches.get(`${row.till} ${row.seq}`) ?? root.batchNo }));
}

const columns = [
  'till',
  'seq',
  'line_no',
  'sale_id',
  'batch_no',
  'person_id',
  'entitlement_id',
  'family',
  'units',
  'reference_cents',
  'on_day',
  'for_household',
  'replacement',
  'walk_in',
] as const;

export async function copyUsage(tx: StoreTx, rows: readonly CountedRow[]): Promise<void> {
  const table = new CopyText('usage', columns);
  for (const row of rows)
    table.add({
      till: row.till,
      seq: row.seq,
      line_no: row.lineNo,
      sale_id: row.saleId,
      batch_no: row.batchNo,
      person_id: row.personId,
      entitlement_id: row.entitlementId,
      family: row.family,
      units: row.units,
      reference_cents: row.referenceCents,
      on_day: row.onDay,
      for_household: row.forHousehold,
      replacement: row.replacement,
      walk_in: row.walkIn,
    });
  await tx.copy(table.rows());
}
