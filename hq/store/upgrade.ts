import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Instant } from '#domain/time.ts';

/** Runs SQL inside the transaction of an upgrade; the rows of its last statement. */
export type Sql = (statements: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export type UpgradeRefusal =
  /** Written by a later version: nothing was read or touched. */
  | { readonly kind: 'newer-database' }
  /** A migration cannot be carried out: the database is as it was before. */
  | { readonly kind: 'upgrade-failed'; readonly error: unknown };

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Statements of each migration, in order; the number of a database is how many of them it has had. */
export const migrationsIn = (folder: string): readonly string[] =>
  readMigrationFiles({ migrationsFolder: folder }).map((one) => one.sql.join('\n'));

/** Number of a database; 0.1 counted its migrations in a table of drizzle's. */
export async function versionOf(sql: Sql): Promise<number> {
  const [there] = await sql(
    "SELECT to_regclass('public.schema_version') AS own, to_regclass('drizzle.__drizzle_migrations') AS counted",
  );
  if (there?.['own']) return numberIn(await sql('SELECT max(version) AS n FROM public.schema_version'));
  if (there?.['counted'])
    return numberIn(await sql('SELECT count(*) AS n FROM drizzle.__drizzle_migrations'));
  return 0;
}

const numberIn = (rows: Awaited<ReturnType<Sql>>): number => Number(rows[0]?.['n'] ?? 0);

/**
 * Brings a database to the last migration, after a copy of every table as it was, in the schema `before_upgrade`.
 * The caller gives one transaction and undoes it when this throws. @throws when a migration cannot be carried out.
 */
export async function upgrade(
  sql: Sql,
  migrations: readonly string[],
  at: Instant,
): Promise<Result<null, UpgradeRefusal>> {
  // Two servers on one database: the second waits, and then finds it done.
  await sql('SELECT pg_advisory_xact_lock(4242012026)');
  const from = await versionOf(sql);
  if (from > migrations.length) return refuse({ kind: 'newer-database' });
  if (from === migrations.length) return ok(null);
  if (from > 0) await copyTables(sql);
  for (const statements of migrations.slice(from)) await sql(statements);
  await sql(`DELETE FROM public.schema_version;
    INSERT INTO public.schema_version (version, upgraded_at) VALUES (${migrations.length}, '${at}')`);
  return ok(null);
}

const copySchema = 'before_upgrade';
/** It holds people who were erased since. */
export const upgradeCopyKeptMs = 30 * 86_400_000;

async function copyTables(sql: Sql): Promise<void> {
  await sql(`DROP SCHEMA IF EXISTS ${copySchema} CASCADE; CREATE SCHEMA ${copySchema}`);
  for (const table of await tablesIn(sql, 'public'))
    await sql(`CREATE TABLE ${copySchema}.${table} (LIKE public.${table} INCLUDING ALL);
      INSERT INTO ${copySchema}.${table} SELECT * FROM public.${table}`);
  // Moved, not copied: without its count 0.1 refuses the database instead of writing into tables it does not know.
  await sql(`ALTER TABLE IF EXISTS drizzle.__drizzle_migrations SET SCHEMA ${copySchema};
    DROP SCHEMA IF EXISTS drizzle`);
}

async function tablesIn(sql: Sql, schema: string): Promise<string[]> {
  const rows = await sql(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = '${schema}' ORDER BY 1`,
  );
  return rows.map((row) => String(row['name']));
}

export type UndoRefusal =
  | { readonly kind: 'nothing-to-undo' }
  /** They were answered as received: going back would lose them. */
  | { readonly kind: 'batches-since'; readonly count: number };

/** The way back: every table as it was before the last upgrade, for the version that it was of. */
export async function undoUpgrade(sql: Sql): Promise<Result<null, UndoRefusal>> {
  const [there] = await sql(`SELECT to_regnamespace('${copySchema}') AS copy`);
  if (!there?.['copy']) return refuse({ kind: 'nothing-to-undo' });
  const count = numberIn(
    await sql(`SELECT count(*) AS n FROM public.batch b
      WHERE NOT EXISTS (SELECT 1 FROM ${copySchema}.batch o WHERE o.till = b.till AND o.batch_no = b.batch_no)`),
  );
  if (count > 0) return refuse({ kind: 'batches-since', count });
  await sql(`DROP SCHEMA public CASCADE; ALTER SCHEMA ${copySchema} RENAME TO public`);
  const [counted] = await sql("SELECT to_regclass('public.__drizzle_migrations') AS there");
  if (counted?.['there'])
    await sql('CREATE SCHEMA drizzle; ALTER TABLE public.__drizzle_migrations SET SCHEMA drizzle');
  return ok(null);
}

/** The copy goes once it is older than that. */
export async function forgetCopy(sql: Sql, madeBefore: Instant): Promise<void> {
  const [there] = await sql(
    `SELECT to_regnamespace('${copySchema}') AS copy, (SELECT max(upgraded_at) FROM public.schema_version) AS at`,
  );
  if (there?.['copy'] && String(there['at']) < madeBefore) await sql(`DROP SCHEMA ${copySchema} CASCADE`);
}
