import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolmentRequestText, readEnrolmentCode } from '#exchange/enrolment.ts';
import { openHqKeys } from '#hq/keys.ts';
import { rowsOf } from '#hq/store/store.ts';
import { parseSignedReferral } from '#domain/referral-code.ts';
import { day, instant } from '#domain/time.ts';
import { liveDay, newTestTill } from '#test/exchange/day.ts';
import { encryptBatch } from '#exchange/seal-batch.ts';
import { countRows } from './network.ts';
import { openedStore, testStores } from './stores.ts';

const program = fileURLToPath(new URL('../../hq/index.ts', import.meta.url));
const data = fileURLToPath(new URL('../../exchange/demonstration.json', import.meta.url));
const stores = testStores();
const folders: string[] = [];
beforeAll(stores.start, 120_000);
afterAll(async () => {
  await stores.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-hq-'));
  folders.push(folder);
  return folder;
};

function start(args: readonly string[], databaseUrl: string | undefined): ChildProcess {
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = databaseUrl === undefined ? environment : { ...environment, DATABASE_URL: databaseUrl };
  return spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function run(
  args: readonly string[],
  databaseUrl?: string,
): Promise<{ readonly code: number | null; readonly lines: string[] }> {
  const child = start(args, databaseUrl);
  let text = '';
  child.stdout?.on('data', (part: Buffer) => (text += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, lines: text.trimEnd().split('\n') };
}

const nextLine = (child: ChildProcess, start: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      const line = text.split('\n').find((one) => one.startsWith(start));
      if (line !== undefined && text.includes(`${line}\n`)) resolve(line);
    });
    child.once('close', () => reject(new Error(`ended before "${start}": ${text}`)));
  });

/** Publishes, enrols a till by two files, and writes `count` batches of it. */
async function prepare(folder: string, count: number, databaseUrl?: string): Promise<string[]> {
  expect((await run(['publish', data, '--data', folder], databaseUrl)).lines).toEqual(['publication 1']);
  const made = await run(['enrol', 'PAR13', '1', '--data', folder], databaseUrl);
  const code = readEnrolmentCode(made.lines[0] ?? '');
  if (!code) throw new Error(made.lines.join('\n'));
  const till = newTestTill();
  const request = join(folder, 'till.request');
  writeFileSync(request, enrolmentRequestText(code, till.key, instant('2026-11-02T08:00:00.000Z')));
  expect((await run(['enrol', '--request', request, '--data', folder], databaseUrl)).code).toBe(0);
  const keys = await openHqKeys(folder, day('2026-01-01'));
  const files: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const sales = Array.from({ length: 150 }, () => ({ personId: 'p-1' }));
    const frozen = liveDay(till, sales);
    const file = join(folder, frozen.fileName);
    writeFileSync(file, await encryptBatch(frozen.plain, [keys.age.recipient]));
    files.push(file);
  }
  return files;
}

const wholeImport = {
  batch: 6,
  journal_record: 6 * 151,
  sale: 900,
  sale_line: 900,
  tender: 900,
  usage: 900,
  day_closing: 6,
};

test('headquarters killed at any moment of an import on PGlite keeps whole batches only', async () => {
  const folder = newFolder();
  const files = await prepare(folder, 6);
  for (const waitMs of [1500, 2100, 2500]) {
    const child = start(['import', ...files, '--data', folder], undefined);
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    child.kill('SIGKILL');
    await ended;
  }
  expect((await run(['import', ...files, '--data', folder])).code).toBe(0);
  const store = await openedStore({ folder });
  expect(await countRows(store)).toMatchObject(wholeImport);
  await store.close();
  expect(await run(['verify', '--data', folder])).toEqual({
    code: 0,
    lines: ['6 batches, 906 records', '900 rows of rights and usage are what the records give'],
  });
  const again = await openedStore({ folder });
  await again.db.execute(sql`UPDATE usage SET units = 0 WHERE seq = 1`);
  await again.close();
  expect(await run(['verify', '--data', folder])).toMatchObject({
    code: 1,
    lines: [
      '0 batches, 0 records',
      '2 rows of rights and usage are not what the records give: rebuild makes them anew',
    ],
  });
  expect(await run(['rebuild', '--data', folder])).toMatchObject({
    lines: ['900 rows counted from the records, 2 of them otherwise than before'],
  });
}, 120_000);

test('headquarters killed inside the transaction of an import on PostgreSQL leaves nothing of it', async () => {
  const folder = newFolder();
  const databaseUrl = await stores.databaseUrl();
  const files = await prepare(folder, 6, databaseUrl);
  const store = await openedStore({ databaseUrl });
  const waiting = async (): Promise<boolean> => {
    const blocked = await rowsOf(store.db, sql`SELECT pid FROM pg_locks WHERE NOT granted`);
    return blocked.length > 0;
  };
  await store.transaction(async ({ db }) => {
    // The journal and the sales of the first batch are copied by then; its lines wait for this lock.
    await db.execute(sql`LOCK TABLE sale_line IN EXCLUSIVE MODE`);
    const child = start(['import', ...files, '--data', folder], databaseUrl);
    const ended = new Promise((resolve) => child.once('close', resolve));
    while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await ended;
  });
  while (await waiting()) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await countRows(store)).toMatchObject({ batch: 0, journal_record: 0, sale: 0, sale_line: 0 });
  expect((await run(['import', ...files, '--data', folder], databaseUrl)).code).toBe(0);
  expect(await countRows(store)).toMatchObject(wholeImport);
  await store.close();
}, 120_000);

test('a server that runs on a folder takes the commands given beside it', async () => {
  const folder = newFolder();
  const server = start(['serve', '--port', '0', '--data', folder], undefined);
  const ended = new Promise<number | null>((resolve) => server.once('close', resolve));
  const password = nextLine(server, 'first account:');
  const ready = await nextLine(server, 'ready ');
  expect(await password).toMatch(/one-time password: [A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  const [file] = await prepare(folder, 1);
  expect(await run(['import', file ?? '', '--answer', folder, '--data', folder])).toEqual({
    code: 0,
    lines: ['PAR13-1-000001.comptoir: accepted', join(folder, 'PAR13-1.comptoir-answer')],
  });
  const issue = ['issue-referral', '--prescriber', 'P001', '--initials', 'FD', '--year', '1984'];
  const issued = await run([...issue, '--on', '2026-11-02', '--data', folder]);
  expect(parseSignedReferral(issued.lines[0] ?? '')).toMatchObject({ prescriberId: 'P001', year: 1984 });
  expect(
    (await run(['issue-referral', '--prescriber', 'P010', ...issue.slice(3), '--data', folder])).lines,
  ).toEqual(['prescriber-suspended']);
  expect((await run(['serve', '--data', folder])).code).toBe(1);
  expect((await fetch(ready.slice('ready '.length))).headers.get('comptoir-time')).not.toBeNull();
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  server.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 120_000);
