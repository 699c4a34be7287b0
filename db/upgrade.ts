import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type Client from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { type Result, ok, refuse } from '#domain/result.ts';
import { layGuards, liftGuards } from './guards.ts';

/** Statements of each migration, in order; the number of a database is how many of them it has had. */
export type Migrations = readonly (readonly string[])[];

export const migrationsIn = (folder: string): Migrations =>
  readMigrationFiles({ migrationsFolder: folder }).map((one) => one.sql);

export type UpgradeRefusal =
  /** Written by a later version: nothing was read or touched. */
  | { readonly kind: 'newer-database' }
  /** A migration cannot be carried out: the database is as it was before. */
  | { readonly kind: 'upgrade-failed'; readonly error: unknown };

/** Number of a database. 0.1 counted its migrations in a table; since then the number stands in the file's head. */
export function versionOf(client: Client.Database): number {
  const version = client.pragma('user_version', { simple: true }) as number;
  if (version > 0) return version;
  const counted = client
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (!counted) return 0;
  return client.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get() as number;
}

/**
 * Brings a database to the last migration, all or nothing, after a copy of what was there: a file under the same
 * key, at `copyTo`. The rule of foreign keys is off around it (inside a transaction SQLite ignores the switch, and
 * rebuilding a table that others point at would fail or lose rows) and is checked before it is final; guards are laid
 * anew. @throws what the system says (a full disk).
 */
export function upgrade(
  client: Client.Database,
  migrations: Migrations,
  copyTo: string | null,
): Result<null, UpgradeRefusal> {
  const from = versionOf(client);
  if (from > migrations.length) return refuse({ kind: 'newer-database' });
  if (from === migrations.length) return ok(null);
  if (copyTo !== null && from > 0) copyDatabase(client, copyTo);
  client.pragma('foreign_keys = OFF');
  try {
    client.transaction(() => migrate(client, migrations.slice(from), migrations.length)).immediate();
    return ok(null);
  } catch (error) {
    if (isOfTheSystem(error)) throw error;
    return refuse({ kind: 'upgrade-failed', error });
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

function migrate(client: Client.Database, migrations: Migrations, to: number): void {
  liftGuards(client);
  for (const statement of migrations.flat()) client.exec(statement);
  const broken = client.pragma('foreign_key_check') as readonly { readonly table: string }[];
  if (broken.length > 0)
    throw new Error(`rows point at nothing: ${[...new Set(broken.map(({ table }) => table))].join(', ')}`);
  layGuards(client);
  client.pragma(`user_version = ${to}`);
}

/** Whole under its name or not there. The key of the database is that of the copy. */
function copyDatabase(client: Client.Database, to: string): void {
  const part = `${to}.part`;
  rmSync(part, { force: true });
  client.prepare('VACUUM INTO ?').run(part);
  const file = openSync(part, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(part, to);
}

const isOfTheSystem = (error: unknown): boolean =>
  /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|BUSY|CORRUPT|NOTADB)/.test(
    (error as { readonly code?: string }).code ?? '',
  );
