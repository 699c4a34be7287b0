import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { SQL } from 'drizzle-orm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import { copyIn } from './copy-in.ts';

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
  readonly close: () => Promise<void>;
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Opens headquarters' database and brings it to the latest migration: PostgreSQL at `databaseUrl`, else PGlite in
 * `folder`, else PGlite in memory (tests).
 */
export function openStore(where: {
  readonly databaseUrl?: string | undefined;
  readonly folder?: string | undefined;
}): Promise<Store> {
  return where.databaseUrl === undefined ? openPglite(where.folder) : openPostgres(where.databaseUrl);
}

async function openPglite(folder: string | undefined): Promise<Store> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = folder === undefined ? new PGlite() : new PGlite(join(folder, 'pglite'));
  await client.waitReady;
  const db = drizzlePglite(client);
  await migratePglite(db, { migrationsFolder });
  return {
    kind: 'pglite',
    db,
    transaction: (work) => client.transaction((tx) => work(pgliteTx(tx))),
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

async function openPostgres(databaseUrl: string): Promise<Store> {
  const pool = new Pool({ connectionString: databaseUrl, max: 8 });
  // A connection that the server ends while it is idle is replaced, not a reason to stop.
  pool.on('error', () => {});
  await migratePostgres(drizzlePostgres(pool), { migrationsFolder });
  return {
    kind: 'postgres',
    db: drizzlePostgres(pool),
    transaction: (work) => postgresTransaction(pool, work),
    close: () => pool.end(),
  };
}

async function postgresTransaction<T>(pool: Pool, work: (tx: StoreTx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // Without a listener a connection lost between two statements would end the process.
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work({
      db: drizzlePostgres(client),
      copy: async ({ table, columns, text, count }) => {
        if (count > 0) await copyIn(client, `COPY "${table}" (${columnList(columns)}) FROM STDIN`, text);
      },
    });
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
