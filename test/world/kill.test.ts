import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished, expect, test } from 'vitest';
import { migrationsFolder } from '#build/paths.ts';
import { type Store, storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type Chain, chains, recordDefect } from '#domain/journal.ts';
import { type SaleId, type TillId, brandAs } from '#domain/ids.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { openPoint } from '#main/point.ts';
import { temporaryFolder } from '#test/support/database.ts';

const kills = Number(process.env['COMPTOIR_FAULTS'] ?? 5);
const loop = join(import.meta.dirname, 'selling-loop.ts');

interface Lived {
  readonly sold: Map<string, string>;
  /** Last basket that was answered and not sold: it must come back. */
  basket: { readonly saleId: string; readonly lines: number } | null;
  found: { readonly saleId: string; readonly lines: number } | null;
  asking: string | null;
}

/** Runs the selling loop, kills it at a random moment after it is ready, and gives what it had answered. */
function sellUntilKilled(folder: string, aliveMs: number): Promise<Lived> {
  const child = spawn(process.execPath, [loop, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lived: Lived = { sold: new Map(), basket: null, found: null, asking: null };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, saleId = '', value = ''] = line.split(' ');
    if (what === 'ready') setTimeout(() => child.kill('SIGKILL'), aliveMs);
    if (what === 'found') lived.found = { saleId, lines: Number(value) };
    if (what === 'basket') lived.basket = { saleId, lines: Number(value) };
    if (what === 'asking') lived.asking = saleId;
    if (what === 'sold') {
      lived.sold.set(saleId, value);
      lived.basket = null;
      lived.asking = null;
    }
  });
  return new Promise((resolve) => child.on('close', () => resolve(lived)));
}

function reopened(folder: string): { readonly store: Store; readonly till: TillId } {
  const keystore = fileKeystore(join(folder, 'keys'));
  const point = openPoint({ folder, keystore, allowPlain: false, migrationsFolder });
  if (!point.ok) throw new Error(point.refusal.kind);
  const store = storeOn(point.value.db);
  const [till] = store.tills();
  if (!till) throw new Error('no till');
  return { store, till: till.id };
}

type Reached = Partial<Record<Chain, { readonly seq: number; readonly hash: string }>>;

/** First thing that does not hold in any chain of the till after what was verified before; moves `reached` on. */
function firstDefect(store: Store, till: TillId, reached: Reached): string | null {
  const verify = verifierAmong(store.tills());
  for (const chain of chains) {
    let previous = reached[chain] ?? null;
    for (const row of store.recordsBetween(till, chain, (previous?.seq ?? 0) + 1, Number.MAX_SAFE_INTEGER)) {
      const defect = recordDefect(row, previous, { sha256: sha256Hex, verify });
      if (defect) return `${chain} ${row.seq}: ${defect}`;
      previous = row;
    }
    if (previous) reached[chain] = previous;
  }
  return null;
}

test(`kill −9 at ${kills} random moments: every answered sale is there once, every chain verifies, the basket comes back`, async () => {
  const folder = temporaryFolder();
  const answered = new Map<string, string>();
  let before: Lived['basket'] = null;
  const reached: Reached = {};
  for (let kill = 0; kill < kills; kill += 1) {
    const lived = await sellUntilKilled(folder, Math.random() * 400);
    if (before) {
      const finishedAnyway = lived.found?.saleId !== before.saleId;
      if (!finishedAnyway) expect(lived.found?.lines).toBeGreaterThanOrEqual(before.lines);
      else expect(answered.has(before.saleId)).toBe(true);
    }
    for (const [saleId, number] of lived.sold) answered.set(saleId, number);
    const { store, till } = reopened(folder);
    const rows = store.recentSales(till, '', 1_000_000);
    const byId = new Map<string, string>(rows.map((row) => [row.id, row.number]));
    for (const [saleId, number] of answered) expect(byId.get(saleId)).toBe(number);
    expect(new Set(rows.map((row) => row.sequence)).size).toBe(rows.length);
    expect(store.lastRecord(till, 'sale')?.seq ?? 0).toBe(rows.length);
    expect(firstDefect(store, till, reached)).toBeNull();
    // A sale whose answer was never read may have committed: then it is whole, and its basket is not open.
    const asked = lived.asking === null ? undefined : store.saleById(brandAs<SaleId>(lived.asking));
    if (asked) {
      answered.set(asked.id, asked.number);
      expect(store.basketById(asked.id)?.status).toBe('finished');
    }
    before = asked ? null : lived.basket;
    store.close();
  }
  const { store, till } = reopened(folder);
  expect(firstDefect(store, till, {})).toBeNull();
  store.close();
  expect(answered.size).toBeGreaterThan(0);
});
