import Client from 'better-sqlite3';
import { type InferInsertModel, getTableColumns, getTableName } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Result, ok, refuse } from '#domain/result.ts';
import * as schema from './schema/index.ts';

export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Client.Database };

export interface OpenOptions {
  readonly file: string;
  /** 32 raw bytes, or null for the plain database of a development runtime. */
  readonly key: Uint8Array | null;
  /** Explicit development switch; a packaged application never sets it. */
  readonly allowPlain: boolean;
  readonly migrationsFolder: string;
}

export type OpenRefusal =
  | { readonly kind: 'cipher-missing' }
  | { readonly kind: 'key-needed' }
  | { readonly kind: 'wrong-key' };

/**
 * Opens the point's database and brings it to the current schema. The order of the first statements matters:
 * raw key, temporary storage in memory (sorts otherwise write names in clear), WAL, then FULL (this build falls
 * back to NORMAL on a reopened WAL file).
 */
export function openDatabase(options: OpenOptions): Result<Db, OpenRefusal> {
  const client = new Client(options.file);
  const refused = unlock(client, options);
  if (refused) {
    client.close();
    return refuse(refused);
  }
  client.pragma('temp_store = MEMORY');
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  // Checkpoints run when the till is idle; this is only the bound that keeps a busy day's file small.
  client.pragma('wal_autocheckpoint = 8000');
  const db = drizzle(client, { schema });
  migrate(db, { migrationsFolder: options.migrationsFolder });
  return ok(db);
}

/**
 * A second connection that only reads, for work beside the till: archives, backups, checks of the whole journal.
 * Takes the schema as it is.
 */
export function openReader(options: Omit<OpenOptions, 'migrationsFolder'>): Result<Db, OpenRefusal> {
  const client = new Client(options.file, { readonly: true, fileMustExist: true });
  const refused = unlock(client, options);
  if (refused) {
    client.close();
    return refuse(refused);
  }
  client.pragma('temp_store = MEMORY');
  return ok(drizzle(client, { schema }));
}

function unlock(client: Client.Database, options: Omit<OpenOptions, 'migrationsFolder'>): OpenRefusal | null {
  if (options.key === null) return options.allowPlain ? null : { kind: 'key-needed' };
  const cipher = client.pragma('cipher', { simple: true });
  if (cipher === undefined) return { kind: 'cipher-missing' };
  client.pragma(`key = 'raw:${Buffer.from(options.key).toString('hex')}'`);
  try {
    client.prepare('SELECT count(*) FROM sqlite_master').get();
    return null;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') return { kind: 'wrong-key' };
    throw error;
  }
}

/** An insert prepared once, its columns and their encoding taken from the schema. */
export function inserter<T extends SQLiteTable>(db: Db, table: T): (row: InferInsertModel<T>) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const statement = db.$client.prepare(`INSERT INTO "${getTableName(table)}" (${names}) VALUES (${marks})`);
  return (row) => {
    const values = row as Record<string, unknown>;
    statement.run(
      columns.map(([key, column]) => {
        const value = values[key];
        return value === null || value === undefined ? null : column.mapToDriverValue(value);
      }),
    );
  };
}

/** Runs `work` as one `BEGIN IMMEDIATE … COMMIT`; what it throws undoes everything. */
export const immediately = <T>(db: Db, work: () => T): T => db.$client.transaction(work).immediate();
