import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { migrationsFolder, version, workerFile } from '#build/paths.ts';
import { callsOf } from '#build/demo/world.ts';
import { openDatabase } from '#db/open.ts';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { cents } from '#domain/money.ts';
import type { Result } from '#domain/result.ts';
import { type Instant, instantFromMs, instantMs } from '#domain/time.ts';
import { openHqKeys } from '#hq/keys.ts';
import { verifySignatures } from '#hq/import/verify-signatures.ts';
import { startHeadquarters } from '#hq/server/start.ts';
import { openStore } from '#hq/open-store.ts';
import type { ApplicationRefusal } from '#main/application.ts';
import type { ConnectRefusal } from '#main/connection.ts';
import { type KeptTill, openKeptTill } from '#main/kept-till.ts';
import { rebuild } from '#main/ledger/rebuild.ts';
import { facts, releasedHeadquarters, releasedPoint } from '#test/fixtures/released.ts';
import { fillReleased } from '#test/hq/released.ts';
import { type StoreKind, storeKinds, testStores } from '#test/hq/stores.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { countOf } from '#test/support/desk.ts';
import { verifyPath } from '#verify/index.ts';
import { pool } from '#verify/pool.ts';
import { holds } from '#verify/words.ts';

const stores = testStores();
beforeAll(stores.start);
afterAll(stores.stop);

const later: Instant = instantFromMs(instantMs(facts.at) + 600_000);

const openPoint = (folder: string): Promise<Result<KeptTill, ApplicationRefusal | ConnectRefusal>> =>
  openKeptTill({
    folder,
    keystore: fileKeystore(join(folder, 'keys')),
    allowPlain: false,
    migrationsFolder,
    workerFile,
    demo: false,
    version,
    now: () => later,
    report: (incident, error) => {
      throw new Error(incident, { cause: error });
    },
  });

async function opened(folder: string): Promise<KeptTill> {
  const point = await openPoint(folder);
  if (!point.ok) throw new Error(point.refusal.kind);
  onTestFinished(point.value.close);
  return point.value;
}

/** The point's database as a stranger with its key sees it. */
function beside<T>(folder: string, work: (client: Client.Database) => T): T {
  const client = new Client(join(folder, 'point.db'));
  const key = fileKeystore(join(folder, 'keys')).read('database') ?? new Uint8Array();
  client.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
  try {
    return work(client);
  } finally {
    client.close();
  }
}

/** The headquarters that the released version left, serving. */
async function headquartersOf(kind: StoreKind) {
  const folder = releasedHeadquarters();
  const databaseUrl = kind === 'postgres' ? await stores.databaseUrl() : undefined;
  if (databaseUrl !== undefined) await fillReleased(databaseUrl);
  const store = await openStore({ databaseUrl, folder, at: later });
  if (!store.ok) throw new Error(store.refusal.kind);
  const keys = await openHqKeys(folder, '2027-01-05' as never);
  const server = await startHeadquarters({ store: store.value, keys, now: () => later, port: 0 });
  onTestFinished(async () => {
    await server.close();
    await store.value.close();
  });
  return { url: server.url, store: store.value };
}

/** Sells what is in the basket, for exact cash. */
async function payBasket({ done }: ReturnType<typeof callsOf>): Promise<void> {
  const { saleId, totalCents } = await done('basket', {});
  const tenders = [{ kind: 'cash' as const, cents: totalCents }];
  await done('finishSale', { saleId, tenders, expectedTotalCents: totalCents });
}

async function closeDay({ done }: ReturnType<typeof callsOf>): Promise<void> {
  const none = { cash: { 1: 0 }, cardCents: null, creditCount: null };
  const { differences } = await done('checkCount', none);
  const expected = (tender: string) => differences.find((one) => one.tender === tender)?.expectedCents;
  const cash = countOf(expected('cash') ?? 0);
  await done('closeSession', {
    cash,
    cardCents: expected('bankCard') ?? cents(0),
    creditCount: (await done('closingState', {})).creditCount,
    reasons: { cash: null, bankCard: null, structureCredit: null },
    floatLeft: { 1: 0 },
    envelope: null,
    held: 'keep',
    approval: null,
  });
}

/** Asks again while the archive and the backup of a closing are being made. */
async function patiently<T>(ask: () => Promise<Result<T, { readonly kind: string }>>): Promise<T> {
  const answer = await ask();
  if (answer.ok) return answer.value;
  if (answer.refusal.kind !== 'work-in-progress') throw new Error(answer.refusal.kind);
  await new Promise((resolve) => setTimeout(resolve, 100));
  return patiently(ask);
}

/** Tables that differ once they are made anew from the journal, in a copy of the point's database. */
function ledgerMadeAnew(folder: string): { readonly changed: readonly string[] } {
  const copy = join(temporaryFolder(), 'copy.db');
  beside(folder, (client) => client.exec(`VACUUM INTO '${copy}'`));
  const key = fileKeystore(join(folder, 'keys')).read('database');
  const opened = openDatabase({ file: copy, key, allowPlain: false, migrationsFolder, copyTo: null });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const store = storeOn(opened.value.db);
  const client = opened.value.db.$client;
  const tables = ['usage', 'sale_holder', 'entitlement', 'member_card', 'referral_use'];
  const rows = () =>
    tables.map((table) => JSON.stringify(client.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()));
  const before = rows();
  store.transaction(() => rebuild(store));
  const after = rows();
  store.close();
  return { changed: tables.filter((_, index) => before[index] !== after[index]) };
}

/** What the released version itself noticed in its life. */
const known = ['clock-back', 'head-damaged'];

describe.each(storeKinds)('a point and a headquarters on %s of the last released version', (kind) => {
  test('sell, close, send, archive, verify and restore from the first record on', async () => {
    const { till, backups } = releasedPoint();
    const headquarters = await headquartersOf(kind);
    beside(till, (client) =>
      client
        .prepare("UPDATE setting SET value = ? WHERE name = 'headquarters-url'")
        .run(JSON.stringify(headquarters.url)),
    );
    const application = await opened(till);
    const calls = callsOf(application);
    const { done } = calls;
    expect(existsSync(join(till, 'before-upgrade.db'))).toBe(true);
    await done('signIn', { operator: facts.manager.code as never, password: facts.manager.password });
    await done('chooseBackupFolder', { folder: backups });

    const { lines } = await done('basket', {});
    expect(lines.map((line) => [line.label, line.verdict])).toEqual([
      ['Recharge 5 €', 'refused'],
      ['Chargeur USB-C', 'allowed'],
    ]);
    await done('removeLine', { lineId: lines[0]?.lineId as never });
    await payBasket(calls);
    const [held] = await done('heldBaskets', {});
    await done('recallBasket', { saleId: held?.saleId as never });
    await payBasket(calls);
    const checked = await done('checkJournal', {});
    expect(checked.defects.map(({ defect }) => defect.kind).toSorted()).toEqual(known);
    expect(ledgerMadeAnew(till)).toEqual({ changed: [] });
    await closeDay(calls);

    await done('sendNow', {});
    const batches = await done('batches', {});
    expect(batches.map((one) => one.state)).toEqual(batches.map(() => 'accepted'));
    const at = (): Instant => later;
    expect((await verifySignatures(headquarters.store, at)).defects).toEqual([]);

    const archive = await patiently(() => ask(application, 'makeArchive', { period: 'all', folder: null }));
    const { folder, fileName, records } = archive as { folder: string; fileName: string; records: number };
    const threads = pool();
    const path = join(folder, fileName);
    const verdicts = await verifyPath({ path, identity: null, key: null, linksOnly: false }, threads);
    await threads.close();
    expect(verdicts.map((one) => [holds(one), one.records])).toEqual([[true, records]]);
    await patiently(() => ask(application, 'makeBackup', {}));
    expect(existsSync(join(till, 'before-upgrade.db'))).toBe(false);

    const files = readdirSync(backups).filter((name) => name.endsWith('.comptoir-backup'));
    const sales = beside(till, (client) => client.prepare('SELECT count(*) FROM sale').pluck().get());
    const restored = await Promise.all(
      [files.toSorted().at(0), files.toSorted().at(-1)].map(async (name) => {
        const empty = await opened(join(temporaryFolder(), 'empty'));
        const trial = await callsOf(empty).done('restoreBackup', {
          path: join(backups, name ?? ''),
          recoveryKey: facts.recoveryKey,
        });
        return { sales: trial.sales, defects: trial.defects };
      }),
    );
    expect(restored).toEqual([
      { sales: (sales as number) - 4, defects: [] },
      { sales, defects: [] },
    ]);
  }, 300_000);
});

const ask = async (application: KeptTill, name: string, input: object) =>
  (await application.call(name, input)) as Result<unknown, { readonly kind: string }>;

test('a point of a later version is refused, and its folder is let go', async () => {
  const { till } = releasedPoint();
  const version = beside(till, (client) => {
    client.pragma('user_version = 900');
    return client.pragma('user_version', { simple: true });
  });
  expect(version).toBe(900);
  expect(await openPoint(till)).toEqual({ ok: false, refusal: { kind: 'newer-database' } });
  beside(till, (client) => client.pragma('user_version = 0'));
  await opened(till);
});

test('a backup of a later version is refused in words, and leaves nothing behind', async () => {
  const { till, backups } = releasedPoint();
  const later = await opened(till);
  const { done } = callsOf(later);
  await done('takeOver', { operator: facts.manager.code as never, password: facts.manager.password });
  await done('chooseBackupFolder', { folder: backups });
  beside(till, (client) => client.pragma('user_version = 900'));
  await patiently(() => ask(later, 'makeBackup', {}));
  const newest = (await done('backups', {})).backups[0]?.path ?? '';
  const folder = join(temporaryFolder(), 'empty');
  const empty = await opened(folder);
  const before = readdirSync(folder);
  for (const name of ['tryBackup', 'restoreBackup'])
    expect(await ask(empty, name, { path: newest, recoveryKey: facts.recoveryKey })).toEqual({
      ok: false,
      refusal: { kind: 'backup-newer' },
    });
  expect(readdirSync(folder)).toEqual(before);
});
