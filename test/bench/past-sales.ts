import type { Statement } from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '#db/open.ts';

type Row = Record<string, unknown>;

/** The rows that one sale left, table by table, in the order they are inserted. */
export type SaleRows = readonly { readonly table: string; readonly rows: readonly Row[] }[];

const bySale: readonly (readonly [table: string, column: string])[] = [
  ['sale', 'id'],
  ['sale_line', 'sale_id'],
  ['sale_tender', 'sale_id'],
  ['usage', 'sale_id'],
  ['stock_movement', 'sale_id'],
];

/** Reads back everything the last sale wrote, its record, print job and outbox lines included. */
export function rowsOfLastSale(db: Db): SaleRows {
  const client = db.$client;
  const last = client
    .prepare('SELECT id, record_seq, till FROM sale ORDER BY year DESC, sequence DESC LIMIT 1')
    .get() as {
    id: string;
    record_seq: number;
    till: string;
  };
  const rows = bySale.map(([table, column]) => ({
    table,
    rows: client.prepare(`SELECT * FROM ${table} WHERE ${column} = ?`).all(last.id) as Row[],
  }));
  const record = client
    .prepare("SELECT * FROM record WHERE till = ? AND chain = 'sale' AND seq = ?")
    .all(last.till, last.record_seq) as Row[];
  const outbox = client.prepare('SELECT * FROM outbox WHERE body LIKE ?').all(`%${last.id}%`) as Row[];
  const job = client.prepare('SELECT * FROM print_job ORDER BY created_at DESC LIMIT 1').all() as Row[];
  return [
    { table: 'record', rows: record },
    ...rows,
    { table: 'outbox', rows: outbox },
    { table: 'print_job', rows: job },
  ];
}

const prepared = new WeakMap<Db, Map<string, Statement>>();

function insertInto(db: Db, table: string, row: Row): void {
  const statements = prepared.get(db) ?? new Map<string, Statement>();
  prepared.set(db, statements);
  const columns = Object.keys(row);
  const statement =
    statements.get(table) ??
    db.$client.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
  statements.set(table, statement);
  statement.run(columns.map((column) => row[column]));
}

/** The same rows under another identity: `nth` stands in every number that must be unique. */
function renamed(table: string, row: Row, saleId: string, nth: number): Row {
  const again: Row = { ...row };
  if ('sale_id' in row && row['sale_id'] !== null) again['sale_id'] = saleId;
  if (table === 'sale')
    Object.assign(again, { id: saleId, sequence: nth, number: `BENCH-${nth}`, record_seq: nth });
  if (table === 'record') Object.assign(again, { id: null, seq: nth });
  if (table === 'usage') Object.assign(again, { seq: nth, person_id: `bench-${nth % 5_000}` });
  if (table === 'stock_movement' || table === 'outbox') again['id'] = null;
  if (table === 'print_job') Object.assign(again, { id: uuidv7(), state: 'printed' });
  return again;
}

function writeRows(db: Db, rows: SaleRows, nth: number): void {
  const saleId = uuidv7();
  // The record first names what the sale points at; the sale before its lines.
  for (const { table, rows: some } of rows)
    for (const row of some) insertInto(db, table, renamed(table, row, saleId, nth));
}

/** One transaction with nothing but prepared inserts. */
export const insertRows = (db: Db, rows: SaleRows, nth: number): void =>
  db.$client.transaction(() => writeRows(db, rows, nth)).immediate();

/** Past sales in bulk, after the one that serves as their model. */
export function loadPastSales(db: Db, count: number): void {
  const rows = rowsOfLastSale(db);
  db.$client
    .transaction(() => {
      for (let nth = 2; nth <= count; nth += 1) writeRows(db, rows, nth);
    })
    .immediate();
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
}
