import { statSync } from 'node:fs';
import Client from 'better-sqlite3';
import { type InferInsertModel, getTableColumns, getTableName } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Result, ok, refuse } from '#domain/result.ts';
import { changedGuards } from './guards.ts';
import * as schema from './schema/index.ts';
import { type Migrations, type UpgradeRefusal, migrationsIn, upgrade, versionOf } from './upgrade.ts';

export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Client.Database };

export interface OpenOptions {
  readonly file: string;
  /** 32 raw bytes, or null for the plain database of a development runtime. */
  readonly key: Uint8Array | null;
  /** Explicit development switch; a packaged application never sets it. */
  readonly allowPlain: boolean;
  readonly migrationsFolder: string;
  /** Where a database of an earlier version is copied before it is changed; null for one that is itself a copy. */
  readonly copyTo: string | null;
}

export type OpenRefusal = UnlockRefusal | UpgradeRefusal;

type UnlockRefusal =
  | { readonly kind: 'cipher-missing' }
  | { readonly kind: 'key-needed' }
  | { readonly kind: 'wrong-key' };

export interface Opened {
  readonly db: Db;
  /** Guards that were not as they should be, before an upgrade laid them anew. */
  readonly changedGuards: readonly string[];
}

/**
 * Opens the point's database and brings it to the current schema. The order of the first statements matters:
 * raw key, temporary storage in memory (sorts otherwise write names in clear), WAL, then FULL (this build falls
 * back to NORMAL on a reopened WAL file).
 */
export function openDatabase(options: OpenOptions): Result<Opened, OpenRefusal> {
  const migrations = migrationsIn(options.migrationsFolder);
  const newer = refusedUnread(options, migrations);
  if (newer) return refuse(newer);
  const client = new Client(options.file);
  try {
    const refused = unlock(client, options);
    if (refused) return closing(client, refuse(refused));
    client.pragma('temp_store = MEMORY');
    client.pragma('journal_mode = WAL');
    client.pragma('synchronous = FULL');
    const changed = changedGuards(client, versionOf(client));
    const upgraded = upgrade(client, migrations, options.copyTo);
    if (!upgraded.ok) return closing(client, upgraded);
    client.pragma('foreign_keys = ON');
    // Checkpoints run when the till is idle; this is only the bound that keeps a busy day's file small.
    client.pragma('wal_autocheckpoint = 8000');
    return ok({ db: drizzle(client, { schema }), changedGuards: changed });
  } catch (error) {
    client.close();
    throw error;
  }
}

function closing<T>(client: Client.Database, refused: T): T {
  client.close();
  return refused;
}

/**
 * What is refused before anything is written: looked at on a connection that only reads, since one that may write
 * would already move the log into the file.
 */
function refusedUnread(options: OpenOptions, migrations: Migrations): OpenRefusal | null {
  // What is no file is told by the opening itself.
  if (!statSync(options.file, { throwIfNoEntry: false })?.isFile()) return null;
  const client = new Client(options.file, { readonly: true });
  try {
    const refused = unlock(client, options);
    if (refused) return refused;
    return versionOf(client) > migrations.length ? { kind: 'newer-database' } : null;
  } finally {
    client.close();
  }
}

/**
 * A second connection that only reads, for work beside the till: archives, backups, checks of the whole journal.
 * Takes the schema as it is.
 */
export function openReader(options: KeyOptions): Result<Db, UnlockRefusal> {
  const client = new Client(options.file, { readonly: true, fileMustExist: true });
  const refused = unlock(client, options);
  if (refused) {
    client.close();
    return refuse(refused);
  }
  client.pragma('temp_store = MEMORY');
  return ok(drizzle(client, { schema }));
}

type KeyOptions = Pick<OpenOptions, 'file' | 'key' | 'allowPlain'>;

function unlock(client: Client.Database, options: KeyOptions): UnlockRefusal | null {
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
