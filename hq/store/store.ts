import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { Pool, type PoolClient } from 'pg';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';
import { copyIn } from './copy-in.ts';
import { type Sql, type UpgradeRefusal, migrationsFolder, migrationsIn, upgrade } from './upgrade.ts';

export type HqDb = PgDatabase<PgQueryResultHKT>;

/** A transaction: queries, and rows in bulk as the text format of COPY. */
export interface StoreTx {
  readonly db: HqDb;
  readonly copy: (rows: CopyRows) => Promise<void>;
}

/** Rows of one table in the text format of COPY, one line each. */
export interface CopyRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly text: string;
  readonly count: number;
}

export interface Store {
  readonly kind: 'pglite' | 'postgres';
  readonly db: HqDb;
  readonly transaction: <T>(work: (tx: StoreTx) => Promise<T>) => Promise<T>;
  /** One transaction of plain SQL, for what changes the tables themselves. */
  readonly exclusively: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  readonly databaseUrl?: string | undefined;
  readonly folder?: string | undefined;
  readonly at: Instant;
  /** Other migrations than ours, for tests. */
  readonly migrations?: readonly string[];
}

/**
 * Opens headquarters' database and brings it to the latest migration: PostgreSQL at `databaseUrl`, else PGlite in
 * `folder`, else PGlite in memory (tests). @throws what the system says (no such server, a full disk).
 */
export async function openTables(options: StoreOptions): Promise<Result<Store, UpgradeRefusal>> {
  const { databaseUrl, folder } = options;
  const store = databaseUrl === undefined ? await pgliteStore(folder) : postgresStore(databaseUrl);
  try {
    const upgraded = await store.exclusively((sql) =>
      upgrade(sql, options.migrations ?? migrationsIn(migrationsFolder), options.at),
    );
    if (upgraded.ok) return ok(store);
    await store.close();
    return upgraded;
  } catch (error) {
    await store.close();
    // Only what the database says of a statement is the migration's fault; the rest is the system's.
    if (/^(?:0A|2[23]|42)/.test((error as { code?: string }).code ?? ''))
      return refuse({ kind: 'upgrade-failed', error });
    throw error;
  }
}

async function pgliteStore(folder: string | undefined): Promise<Store> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = folder === undefined ? new PGlite() : new PGlite(join(folder, 'pglite'));
  await client.waitReady;
  return {
    kind: 'pglite',
    db: drizzlePglite(client),
    transaction: (work) => client.transaction((tx) => work(pgliteTx(tx))),
    exclusively: (work) =>
      client.transaction((tx) => work(async (statements) => (await tx.exec(statements)).at(-1)?.rows ?? [])),
    close: () => client.close(),
  };
}

function pgliteTx(tx: Transaction): StoreTx {
  return {
    // Only `query` is used of the client, and a transaction has it.
    db: drizzlePglite(tx as unknown as PGlite),
    copy: async ({ table, columns, text, count }) => {
      if (count === 0) return;
      const blob = new Blob([text]);
      await tx.query(`COPY "${table}" (${columnList(columns)}) FROM '/dev/blob'`, [], { blob });
    },
  };
}

function postgresStore(databaseUrl: string): Store {
  const pool = new Pool({ connectionString: databaseUrl, max: 8 });
  // A connection that the server ends while it is idle is replaced, not a reason to stop.
  pool.on('error', () => {});
  return {
    kind: 'postgres',
    db: drizzlePostgres(pool),
    transaction: (work) => postgresTransaction(pool, (client) => work(postgresTx(client))),
    exclusively: (work) =>
      postgresTransaction(pool, (client) =>
        work(async (statements) => lastRows(await client.query(statements))),
      ),
    close: () => pool.end(),
  };
}

/** Of several statements in one text, pg answers a list. */
const lastRows = (result: { rows: Row[] } | readonly { rows: Row[] }[]): Row[] =>
  (Array.isArray(result) ? result.at(-1) : result).rows ?? [];
type Row = Awaited<ReturnType<Sql>>[number];

const postgresTx = (client: PoolClient): StoreTx => ({
  db: drizzlePostgres(client),
  copy: async ({ table, columns, text, count }) => {
    if (count > 0) await copyIn(client, `COPY "${table}" (${columnList(columns)}) FROM STDIN`, text);
  },
});

async function postgresTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Without a listener a connection lost between two statements would end the process.
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollback: Error) => void (broken ??= rollback));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

const columnList = (columns: readonly string[]): string => columns.map((one) => `"${one}"`).join(', ');

/** Rows of a query written in SQL. The caller says their shape. */
export async function rowsOf<Row extends object>(db: HqDb, query: SQL): Promise<Row[]> {
  const result = (await db.execute(query)) as { readonly rows: Row[] };
  return result.rows;
}
