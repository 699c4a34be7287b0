import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { expect, test } from 'vitest';
import { changedGuards } from '#db/guards.ts';
import { type OpenRefusal, openDatabase } from '#db/open.ts';
import { versionOf } from '#db/upgrade.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import type { Result } from '#domain/result.ts';
import { releasedPoint } from '#test/fixtures/released.ts';
import { migrationsFolder, temporaryFolder } from '#test/support/database.ts';
import { type Allowed, type Tables, lost, tablesOf } from './tables.ts';

/** Migrations since the last released version: what each may take away or fill anew. None goes without. */
const sinceReleased: Readonly<Record<string, Allowed>> = {
  '0003_version': { tables: ['__drizzle_migrations'] },
  '0004_tills': {},
  // Folded from the journal, and made anew from it.
  '0005_ledger': { tables: ['usage'] },
  '0006_signed': {},
  '0007_network': {},
};
const lastReleased = '0002_peripherals';

const all: Allowed = {
  tables: Object.values(sinceReleased).flatMap((one) => one.tables ?? []),
  columns: Object.values(sinceReleased).flatMap((one) => one.columns ?? []),
};

interface Entries {
  readonly entries: readonly { readonly tag: string; readonly when: number }[];
}
const journalOf = (folder: string): Entries =>
  JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Entries;

test('every migration since the released version says what it may take away', () => {
  const tags = journalOf(migrationsFolder).entries.map((one) => one.tag);
  expect(tags.slice(tags.indexOf(lastReleased) + 1)).toEqual(Object.keys(sinceReleased));
});

/** The released point's database, and the same with more migrations than ours. */
function releasedDatabase(planted?: string) {
  const { till } = releasedPoint();
  const file = join(till, 'point.db');
  const key = fileKeystore(join(till, 'keys')).read('database') ?? new Uint8Array();
  const folder = temporaryFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  if (planted !== undefined) {
    const { entries, ...rest } = journalOf(folder);
    const last = { ...entries.at(-1), idx: entries.length, tag: '9999_planted', when: Date.now() * 2 };
    writeFileSync(
      join(folder, 'meta/_journal.json'),
      JSON.stringify({ ...rest, entries: [...entries, last] }),
    );
    writeFileSync(join(folder, '9999_planted.sql'), planted);
  }
  const open = (): Client.Database => {
    const client = new Client(file);
    client.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
    return client;
  };
  const copyTo = join(till, 'before-upgrade.db');
  return {
    file,
    copyTo,
    open,
    folder,
    tables: (): Tables => {
      const client = open();
      const tables = tablesOf(client);
      client.close();
      return tables;
    },
    upgrade: (): Result<null, OpenRefusal> => {
      const opened = openDatabase({ file, key, allowPlain: false, migrationsFolder: folder, copyTo });
      if (!opened.ok) return opened;
      opened.value.db.$client.close();
      return { ok: true, value: null };
    },
  };
}

test('the released point keeps every row that no migration may take away, and all of it is in the copy', () => {
  const database = releasedDatabase();
  const before = database.tables();
  expect(database.upgrade()).toEqual({ ok: true, value: null });
  expect(lost(before, database.tables(), all)).toEqual([]);
  const client = database.open();
  expect(versionOf(client)).toBe(journalOf(database.folder).entries.length);
  expect(changedGuards(client)).toEqual([]);
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  client.close();
  // The way back: the copy in the place of the database is the released one again.
  cpSync(database.copyTo, database.file);
  expect(database.tables()).toEqual(before);
  expect(readFileSync(database.copyTo).subarray(0, 15).toString()).not.toBe('SQLite format 3');
});

test('a form in progress is given to whoever was at the desk, a correction to the till that sold', () => {
  const database = releasedDatabase();
  const before = database.tables();
  expect(database.upgrade().ok).toBe(true);
  const { draft = [], correction = [] } = database.tables();
  expect([before['draft']?.length, before['correction']?.length]).not.toContain(0);
  expect(draft.map(({ till, operator, form }) => [till, operator, form])).toEqual([
    ['PAR13-1', 'E01', 'registration'],
  ]);
  expect(correction.map((row) => row['till'])).toEqual(before['correction']?.map(() => 'PAR13-1'));
});

const columns =
  'id, till, year, sequence, number, kind, at, business_day, session_id, record_seq, person_id, entitlement_id, operator, total_cents, saving_cents, change_cents, original_id, content_hash';

/** What drizzle-kit writes to change a column of `sale`: another table is filled and takes its name. */
const rebuilt = (select: string, rest = '', references = 'session'): string => `
CREATE TABLE __new_sale (id text PRIMARY KEY NOT NULL, till text NOT NULL, year integer NOT NULL, sequence integer NOT NULL,
  number text NOT NULL UNIQUE, kind text NOT NULL, at text NOT NULL, business_day text NOT NULL,
  session_id text NOT NULL REFERENCES ${references}(id), record_seq integer NOT NULL, person_id text, entitlement_id text,
  operator text NOT NULL, total_cents integer NOT NULL, saving_cents integer NOT NULL, change_cents integer NOT NULL,
  original_id text, content_hash text NOT NULL) STRICT;
--> statement-breakpoint
INSERT INTO __new_sale (${columns}) SELECT ${select} FROM sale ${rest};
--> statement-breakpoint
DROP TABLE sale;
--> statement-breakpoint
ALTER TABLE __new_sale RENAME TO sale;
`;

test('a rebuilt table keeps its rows and its guards here, and not in drizzle’s own migrator', () => {
  const database = releasedDatabase(rebuilt(columns));
  const before = database.tables();
  const client = database.open();
  client.pragma('foreign_keys = ON');
  expect(() => migrate(drizzle(client), { migrationsFolder: database.folder })).toThrow();
  client.close();
  expect(database.tables()).toEqual(before);
  expect(database.upgrade()).toEqual({ ok: true, value: null });
  expect(lost(before, database.tables(), all)).toEqual([]);
  const upgraded = database.open();
  expect(changedGuards(upgraded)).toEqual([]);
  expect(() => upgraded.exec('DELETE FROM sale')).toThrow('append only');
  upgraded.close();
});

test.each([
  ['loses rows that point at nobody', rebuilt(columns, 'WHERE person_id IS NOT NULL AND 0')],
  ['leaves lines without their sale', rebuilt(columns, "WHERE kind = 'sale'")],
  ['points at a table that is not there', rebuilt(columns, '', 'desk_session')],
  ['does not hold its own rules', 'ALTER TABLE sale ADD COLUMN seller text NOT NULL;'],
  ['takes away a table that only grows', 'DROP TABLE cash_count;'],
  ['is no SQL', 'ALTER TABLES;'],
])('a migration that %s is refused, and the point is as it was', (_, planted) => {
  const database = releasedDatabase(planted);
  const before = database.tables();
  expect(database.upgrade()).toMatchObject({ ok: false, refusal: { kind: 'upgrade-failed' } });
  expect(database.tables()).toEqual(before);
  const client = database.open();
  expect(changedGuards(client, versionOf(client))).toEqual([]);
  client.close();
});

test.each([
  [
    'swaps two amounts',
    rebuilt(columns.replace('total_cents, saving_cents', 'saving_cents, total_cents')),
    ['sale.total_cents', 'sale.saving_cents'],
  ],
  ['forgets who bought', rebuilt(columns.replace('person_id', 'NULL')), ['sale.person_id']],
  ['takes a column away', 'ALTER TABLE unit DROP COLUMN donor;', ['unit.donor']],
  ['takes a table away', 'DROP TABLE archive;', ['table archive']],
  ['empties what waits', 'DELETE FROM outbox;', [expect.stringMatching(/^outbox: \d+ rows are 0$/)]],
  ['signs anew', "UPDATE record SET signature = 'x' WHERE seq = 1;", ['record.signature']],
])('a migration that %s is seen by the comparison', (_, planted, seen) => {
  const database = releasedDatabase(planted);
  const before = database.tables();
  expect(database.upgrade().ok).toBe(true);
  expect(lost(before, database.tables(), all)).toEqual(seen);
});

test('a database of a later version is refused unread, to the byte', () => {
  const database = releasedDatabase();
  const client = database.open();
  client.pragma(`user_version = ${journalOf(database.folder).entries.length + 1}`);
  client.close();
  const log = `${database.file}-wal`;
  // A log that was not yet put into the file: opening to write would do it.
  const other = database.open();
  other.exec('CREATE TABLE of_tomorrow (id integer) STRICT');
  cpSync(log, `${log}.kept`);
  cpSync(database.file, `${database.file}.kept`);
  other.close();
  cpSync(`${log}.kept`, log);
  cpSync(`${database.file}.kept`, database.file);
  expect(readFileSync(log).length).toBeGreaterThan(0);
  expect(database.upgrade()).toEqual({ ok: false, refusal: { kind: 'newer-database' } });
  expect(readFileSync(database.file).equals(readFileSync(`${database.file}.kept`))).toBe(true);
  expect(readFileSync(log).equals(readFileSync(`${log}.kept`))).toBe(true);
});
