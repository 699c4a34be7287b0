import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished, expect, test } from 'vitest';
import { migrationsFolder, workerFile } from '#build/paths.ts';
import { type Store, storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import type { DayClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import { parseRecord } from '#domain/journal.ts';
import { type TillId, brandAs } from '#domain/ids.ts';
import { tryBackup } from '#main/backup/restore.ts';
import { openPoint } from '#main/point.ts';
import { pool } from '#verify/pool.ts';
import { verifyPath } from '#verify/index.ts';
import { holds } from '#verify/words.ts';
import { temporaryFolder } from '#test/support/database.ts';

// `npm run faults -- 200` lives a thousand days; `npm test` a sample of them.
const daysToLive = 5 * Number(process.env['COMPTOIR_FAULTS'] ?? 5);
const loop = join(import.meta.dirname, 'living-loop.ts');

interface Lived {
  readonly sold: Map<string, string>;
  /** `PAR13-1 12`: a till and the number of its Z. */
  readonly closed: Set<string>;
  days: number;
}

/** Runs the loop, kills it at a random moment after it is ready, and gives what it had answered. */
function liveUntilKilled(folder: string, aliveMs: number): Promise<Lived> {
  const child = spawn(process.execPath, [loop, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lived: Lived = { sold: new Map(), closed: new Set(), days: 0 };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, first = '', second = ''] = line.split(' ');
    if (what === 'ready') setTimeout(() => child.kill('SIGKILL'), aliveMs);
    if (what === 'sold') lived.sold.set(first, second);
    if (what === 'closed') lived.closed.add(`${first} ${second}`);
    if (what === 'day') lived.days += 1;
  });
  return new Promise((resolve) => child.on('close', () => resolve(lived)));
}

function reopened(folder: string): Store {
  const keystore = fileKeystore(join(folder, 'keys'));
  const point = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!point.ok) throw new Error(point.refusal.kind);
  return storeOn(point.value.db);
}

/** Every sale is in one session's closing and in one day's; what is open yet is in none. */
function coveredOnce(store: Store, till: TillId): { readonly sessions: Set<number>; readonly sales: number } {
  const sales = store.lastRecord(till, 'sale')?.seq ?? 0;
  const last = store.lastRecord(till, 'closing')?.seq ?? 0;
  const reached = { session: 0, day: 0 };
  const sessions = new Set<number>();
  for (const row of store.recordsBetween(till, 'closing', 1, last)) {
    if (row.type !== 'session' && row.type !== 'day') continue;
    const payload = parseRecord(row.bytes)?.payload as SessionClosingPayload & DayClosingPayload;
    expect([row.type, payload.sales.from]).toEqual([row.type, reached[row.type] + 1]);
    reached[row.type] = payload.sales.to;
    if (row.type === 'session') sessions.add(payload.number);
  }
  expect(reached.session).toBe(reached.day);
  expect(reached.day).toBeLessThanOrEqual(sales);
  const open = store.openSessionOf(till);
  if (open) expect(open.saleSeqBefore).toBe(reached.session);
  else expect(reached.session).toBe(sales);
  return { sessions, sales };
}

test(`over ${daysToLive} days of two tills with kill −9 at random moments, closings cover every sale exactly once`, async () => {
  const folder = temporaryFolder();
  const sold = new Map<string, string>();
  const closed = new Set<string>();
  let days = 0;
  while (days < daysToLive) {
    const lived = await liveUntilKilled(folder, Math.random() * 2_500);
    days += lived.days;
    for (const [id, number] of lived.sold) sold.set(id, number);
    for (const number of lived.closed) closed.add(number);
    const store = reopened(folder);
    for (const { id: till } of store.tills()) {
      const covered = coveredOnce(store, till);
      const own = [...closed].filter((one) => one.startsWith(`${till} `));
      for (const one of own) expect(covered.sessions.has(Number(one.split(' ')[1]))).toBe(true);
      expect(store.batches(till, 100_000)).toHaveLength(covered.sessions.size);
    }
    for (const [id, number] of lived.sold) expect(store.saleById(brandAs(id))?.number).toBe(number);
    store.close();
  }
  const store = reopened(folder);
  for (const [id, number] of sold) expect(store.saleById(brandAs(id))?.number).toBe(number);
  store.close();
  await nothingHalfDone(folder);
}, 3_600_000);

/** Whatever has its name is whole: the database, every archive, the newest backup. */
async function nothingHalfDone(folder: string): Promise<void> {
  const threads = pool();
  const verdicts = await verifyPath({ path: folder, identity: null, key: null, linksOnly: false }, threads);
  await threads.close();
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.filter((one) => !holds(one))).toEqual([]);
  const backups = readdirSync(join(folder, 'sauvegardes')).filter((name) =>
    name.endsWith('.comptoir-backup'),
  );
  const keystore = fileKeystore(join(folder, 'keys'));
  for (const name of backups.toSorted().slice(-3)) {
    const tools = { folder: temporaryFolder(), keystore, migrationsFolder, workerFile };
    const path = join(folder, 'sauvegardes', name);
    expect(await tryBackup(tools, { path, recoveryKey: null })).toMatchObject({
      ok: true,
      value: { defects: [] },
    });
  }
}
