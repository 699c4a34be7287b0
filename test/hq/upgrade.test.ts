import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Instant, instant } from '#domain/time.ts';
import { type Store, rowsOf } from '#hq/store/store.ts';
import { openStore } from '#hq/open-store.ts';
import { forgetCopy, migrationsFolder, migrationsIn, undoUpgrade } from '#hq/store/upgrade.ts';
import { releasedHeadquarters } from '#test/fixtures/released.ts';
import { type Allowed, type Tables, lost } from '#test/db/tables.ts';
import { lookAtLedger } from '#hq/ledger/made-anew.ts';
import { fillReleased } from './released.ts';
import { type StoreKind, storeKinds, testStores } from './stores.ts';

/** Migrations since the last released version: what each may take away or fill anew. None goes without. */
const sinceReleased: readonly Allowed[] = [
  {},
  // Amounts of a sale by tender stand in one column.
  { columns: ['sale.cash_cents', 'sale.bank_card_cents', 'sale.structure_credit_cents'] },
  // Folded from the journal, and made anew from it.
  { tables: ['usage'] },
  {},
  {},
];
const releasedCount = 1;
const all: Allowed = {
  tables: sinceReleased.flatMap((one) => one.tables ?? []),
  columns: sinceReleased.flatMap((one) => one.columns ?? []),
};

const stores = testStores();
beforeAll(stores.start);
afterAll(stores.stop);

const at = instant('2027-01-06T08:00:00.000Z');
const ours = migrationsIn(migrationsFolder);

test('every migration since the released version says what it may take away', () => {
  expect(ours.length - releasedCount).toBe(sinceReleased.length);
});

/** A database as the released version left it, and ways to look at it without opening it as ours. */
async function released(kind: StoreKind) {
  const folder = kind === 'pglite' ? releasedHeadquarters() : undefined;
  const databaseUrl = kind === 'postgres' ? await stores.databaseUrl() : undefined;
  if (databaseUrl !== undefined) await fillReleased(databaseUrl);
  const beside = async <T>(work: (query: (text: string) => Promise<readonly object[]>) => Promise<T>) => {
    if (databaseUrl !== undefined) {
      const pool = new Pool({ connectionString: databaseUrl });
      return work(async (text) => (await pool.query(text)).rows as object[]).finally(() => pool.end());
    }
    const client = new PGlite(join(folder ?? '', 'pglite'));
    return work(async (text) => (await client.query(text)).rows as object[]).finally(() => client.close());
  };
  return {
    open: (migrations: readonly string[] = ours) => openStore({ databaseUrl, folder, at, migrations }),
    tables: () => beside(tablesOf),
    run: (text: string) => beside((query) => query(text)),
  };
}

async function tablesOf(query: (text: string) => Promise<readonly object[]>): Promise<Tables> {
  const names = (await query(
    "SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'drizzle')",
  )) as readonly { readonly name: string }[];
  const tables: Record<string, Tables[string]> = {};
  for (const { name } of names) {
    const rows = (await query(`SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY to_jsonb(t)::text`)) as {
      readonly row: Tables[string][number];
    }[];
    tables[name.replace('public.', '')] = rows.map(({ row }) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, JSON.stringify(value)])),
    );
  }
  return tables;
}

async function opened(database: Awaited<ReturnType<typeof released>>): Promise<Store> {
  const store = await database.open();
  if (!store.ok) throw new Error(store.refusal.kind);
  return store.value;
}

const counted: Allowed = { tables: [...(all.tables ?? []), 'drizzle.__drizzle_migrations'] };

describe.each(storeKinds)('%s', (kind) => {
  test('what the released version left keeps every row, and goes back to it as it was', async () => {
    const database = await released(kind);
    const before = await database.tables();
    const store = await opened(database);
    const rows = await rowsOf<{ n: number }>(
      store.db,
      sql`SELECT count(*)::int AS n FROM before_upgrade.sale`,
    );
    expect(rows).toEqual([{ n: before['sale']?.length }]);
    await store.close();
    expect(lost(before, await database.tables(), { ...all, ...counted })).toEqual([]);
    const again = await opened(database);
    expect(await again.exclusively(undoUpgrade)).toEqual({ ok: true, value: null });
    expect(await again.exclusively(undoUpgrade)).toEqual({ ok: false, refusal: { kind: 'nothing-to-undo' } });
    await again.close();
    expect(await database.tables()).toEqual(before);
    // And forward once more, with its keys and indexes.
    const forward = await opened(database);
    await expect(forward.db.execute(sql`INSERT INTO till SELECT * FROM till`)).rejects.toThrow();
    await forward.close();
  });

  test('what people took and may take, made anew from the released records, is what it was', async () => {
    const database = await released(kind);
    const before = await database.tables();
    const store = await opened(database);
    onTestFinished(() => store.close());
    expect((await lookAtLedger(store)).changed).toBe(0);
    const windows = await rowsOf<{ id: string; back: boolean }>(
      store.db,
      sql`SELECT entitlement_id AS id, taken_back AS back FROM entitlement ORDER BY 1`,
    );
    const told = before['entitlement'] ?? [];
    expect(windows.length).toBe(told.length);
    expect(windows.filter((one) => one.back).length).toBe(
      told.filter((row) => String(row['until_day']) < String(row['from_day'])).length,
    );
  });

  test('a later version’s database is refused, and nothing in it changes', async () => {
    const database = await released(kind);
    await (await opened(database)).close();
    await database.run(`UPDATE schema_version SET version = ${ours.length + 1}`);
    const before = await database.tables();
    expect(await database.open()).toEqual({ ok: false, refusal: { kind: 'newer-database' } });
    expect(await database.tables()).toEqual(before);
  });
});

describe('on PostgreSQL alone, since both run the same statements', () => {
  const kind = 'postgres';

  test('nobody goes back behind a batch that came in since', async () => {
    const database = await released(kind);
    const store = await opened(database);
    onTestFinished(() => store.close());
    await store.db.execute(
      sql`INSERT INTO batch SELECT (jsonb_populate_record(b, '{"batch_no": 900}')).* FROM batch b LIMIT 1`,
    );
    expect(await store.exclusively(undoUpgrade)).toEqual({
      ok: false,
      refusal: { kind: 'batches-since', count: 1 },
    });
  });

  test('the copy is kept as long as it is said, and no longer', async () => {
    const store = await opened(await released(kind));
    onTestFinished(() => store.close());
    const copy = async (madeBefore: Instant): Promise<unknown> => {
      await store.exclusively((run) => forgetCopy(run, madeBefore));
      const [there] = await rowsOf<{ copy: unknown }>(
        store.db,
        sql`SELECT to_regnamespace('before_upgrade') IS NOT NULL AS copy`,
      );
      return there?.copy;
    };
    expect([await copy(at), await copy(instant('2027-01-06T08:00:01.000Z'))]).toEqual([true, false]);
  });

  test.each([
    ['does not hold its own rules', 'ALTER TABLE sale ADD COLUMN seller text NOT NULL;'],
    ['fails half way', 'DELETE FROM sale; ALTER TABLES;'],
  ])('a migration that %s is refused, and everything is as it was', async (_, planted) => {
    const database = await released(kind);
    const before = await database.tables();
    expect(await database.open([...ours, planted])).toMatchObject({
      ok: false,
      refusal: { kind: 'upgrade-failed' },
    });
    expect(await database.tables()).toEqual(before);
  });

  test.each([
    ['forgets returns', "DELETE FROM sale WHERE kind = 'return';", [/^sale: \d+ rows are \d+$/]],
    ['swaps two amounts', 'UPDATE sale SET total_cents = saving_cents;', [/^sale\.total_cents$/]],
    ['takes a table away', 'DROP TABLE flag;', [/^table flag$/]],
  ])('a migration that %s is seen by the comparison', async (_, planted, seen) => {
    const database = await released(kind);
    const before = await database.tables();
    const store = await database.open([...ours, planted]);
    if (!store.ok) throw new Error(store.refusal.kind);
    await store.value.close();
    expect(lost(before, await database.tables(), { ...all, ...counted })).toEqual(
      seen.map((one) => expect.stringMatching(one) as unknown),
    );
  });
});

test('two servers that start at once on one database upgrade it once', async () => {
  const database = await released('postgres');
  const both = await Promise.all([opened(database), opened(database)]);
  const [version] = await rowsOf<{ n: number }>(
    both[0].db,
    sql`SELECT count(*)::int AS n FROM schema_version`,
  );
  expect(version).toEqual({ n: 1 });
  for (const store of both) await store.close();
});
