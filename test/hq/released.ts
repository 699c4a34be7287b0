import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { copyIn } from '#hq/store/copy-in.ts';
import { migrationsFolder } from '#hq/store/upgrade.ts';
import { releasedTables } from '#test/fixtures/released.ts';
import { temporaryFolder } from '#test/support/database.ts';

/** Fills an empty PostgreSQL with the tables and rows of the released version, by that version's own way. */
export async function fillReleased(databaseUrl: string): Promise<void> {
  const tables = releasedTables();
  const counted = (tables.get('drizzle.__drizzle_migrations') ?? '').trim().split('\n').length;
  const pool = new Pool({ connectionString: databaseUrl });
  await migrate(drizzle(pool), { migrationsFolder: firstMigrations(counted) });
  const client = await pool.connect();
  for (const [table, rows] of tables) {
    if (table.startsWith('drizzle.') || rows === '') continue;
    await copyIn(client, `COPY ${table} FROM STDIN`, rows);
  }
  client.release();
  await pool.end();
}

function firstMigrations(count: number): string {
  const folder = temporaryFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  for (const { tag } of journal.entries.slice(count)) rmSync(join(folder, `${tag}.sql`));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}
