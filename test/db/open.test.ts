import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import * as schema from '#db/schema/index.ts';
import { migrationsFolder, temporaryDatabase, temporaryFolder } from '#test/support/database.ts';

const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));

test('every table of the schema exists, is STRICT and has the same columns', () => {
  const db = temporaryDatabase();
  const listed = db.$client.pragma('table_list') as { name: string; strict: number }[];
  for (const table of tables) {
    const name = getTableName(table);
    expect(listed.find((one) => one.name === name)).toMatchObject({ strict: 1 });
    const columns = db.$client.pragma(`table_info(${name})`) as {
      name: string;
      notnull: number;
      pk: number;
    }[];
    const real = Object.fromEntries(
      columns.map((column) => [column.name, column.notnull === 1 || column.pk > 0]),
    );
    const declared = Object.fromEntries(
      Object.values(getTableColumns(table)).map((column) => [column.name, column.notNull || column.primary]),
    );
    expect(real).toEqual(declared);
  }
  expect(tables.length).toBeGreaterThan(20);
});

test('a reopened database still answers FULL, WAL, memory temp store and foreign keys', () => {
  const file = join(temporaryFolder(), 'point.db');
  temporaryDatabase(file).$client.close();
  const db = temporaryDatabase(file);
  expect(
    ['synchronous', 'journal_mode', 'temp_store', 'foreign_keys'].map((name) =>
      db.$client.pragma(name, { simple: true }),
    ),
  ).toEqual([2, 'wal', 2, 1]);
});

test('opens only with its key, and holds nothing in clear', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'point.db');
  const db = temporaryDatabase(file);
  db.$client.exec(
    "INSERT INTO operator(code, name, role, admin, password_hash, must_change, status, created_at) VALUES ('A1','Ouagadougou','seller',0,'x',0,'active','2026-01-01T00:00:00.000Z')",
  );
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name)).includes('Ouagadougou'), name).toBe(false);
  db.$client.close();
  const key = new Uint8Array(32).fill(8);
  const wrong = { file, key, allowPlain: false, migrationsFolder, copyTo: null };
  expect(openDatabase(wrong)).toEqual({ ok: false, refusal: { kind: 'wrong-key' } });
  expect(() => new Client(file).prepare('SELECT * FROM operator').get()).toThrow('not a database');
});

test('refuses to run without a key unless the development switch is on', () => {
  const file = join(temporaryFolder(), 'plain.db');
  const plain = { file, key: null, migrationsFolder, copyTo: null };
  expect(openDatabase({ ...plain, allowPlain: false })).toEqual({
    ok: false,
    refusal: { kind: 'key-needed' },
  });
  expect(openDatabase({ ...plain, allowPlain: true }).ok).toBe(true);
});

test.each([
  'record',
  'sale',
  'sale_line',
  'sale_tender',
  'correction',
  'stock_movement',
  'drawer_movement',
  'cash_count',
  'read_log',
])('refuses to change or delete a row of %s', (name) => {
  const db = temporaryDatabase();
  db.$client.pragma('foreign_keys = OFF');
  const columns = db.$client.pragma(`table_info(${name})`) as { name: string; type: string }[];
  const values = columns.map((column) => (column.type === 'INTEGER' ? '1' : "'x'")).join(', ');
  db.$client.exec(`INSERT INTO ${name} VALUES (${values})`);
  const [first] = columns;
  expect(() => db.$client.exec(`UPDATE ${name} SET ${first?.name} = ${first?.name}`)).toThrow('append only');
  expect(() => db.$client.exec(`DELETE FROM ${name}`)).toThrow('append only');
});
