import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { v7 as uuidv7 } from 'uuid';
import { storeOn } from '#db/store.ts';
import { fileKeystore } from '#drivers/keystore/file.ts';
import { type SaleId, type TicketNumber, brandAs } from '#domain/ids.ts';
import { parseRecord, sealRecord } from '#domain/journal.ts';
import { cents } from '#domain/money.ts';
import type { SalePayload } from '#domain/sale.ts';
import { sha256Hex, verifierAmong } from '#exchange/crypto.ts';
import { headFile, readHeadFile } from '#main/journal/head-file.ts';
import { startBrowser } from '#test/support/browser.ts';
import { tillSigner } from '#main/set-up/till-keys.ts';
import { checkArchive } from '#verify/archive.ts';
import { pool } from '#verify/pool.ts';
import { migrationsFolder, pageFolder, version } from '#build/paths.ts';
import { launchChromium } from '#build/chromium.ts';
import { done, signIn } from '#test/support/desk-page.ts';
import { type Measured, percentile, timedMs } from './measure.ts';
import { charger, scanUntilPainted } from './painted.ts';
import { type BenchPoint, benchPoint } from './point.ts';

const sales = 100_000;

/** A year of a busy point: archived while the desk sells, then verified; and what a start looks at before and after. */
export async function benchJournal(folder: string): Promise<Measured[]> {
  mkdirSync(folder, { recursive: true });
  const point = await benchPoint(join(folder, 'point'));
  await sellOne(point);
  const few = headLookMs(point);
  loadSignedSales(point, sales);
  const many = headLookMs(point);
  await point.close();
  const { archiveMs, scans, path } = await archiveWhileScanning(join(folder, 'point'));
  const checked = await verifyRates(path);
  const p95 = percentile(scans, 0.95);
  return [
    {
      what: 'start: look at the heads, 100,000 sales ÷ 1',
      value: many / few,
      unit: 'ratio',
      bar: { most: 2 },
      detail: { fewMs: few, manyMs: many },
    },
    {
      what: 'archive of 100,000 sales, every record checked first',
      value: archiveMs / 1000,
      unit: 's',
      bar: { most: 30 },
      detail: { archiveMs },
    },
    {
      what: 'scan → line painted while it is archived, p95',
      value: p95,
      unit: 'ms',
      bar: { most: 100 },
      detail: { p50Ms: percentile(scans, 0.5), maxMs: Math.max(...scans), scans: scans.length },
    },
    ...checked,
  ];
}

async function sellOne(point: BenchPoint): Promise<void> {
  const { saleId, totalCents } = await point.done('addProduct', { sku: brandAs('CHARGEUR') });
  const tenders = [{ kind: 'cash' as const, cents: cents(totalCents) }];
  await point.done('finishSale', { saleId, tenders, expectedTotalCents: totalCents });
}

/** Sales as the till would have written them: linked, signed, with their rows. */
function loadSignedSales(point: BenchPoint, count: number): void {
  const store = storeOn(point.beside);
  const [till] = store.tills();
  const signer = till && tillSigner(fileKeystore(join(point.folder, 'keys')), till);
  const last = till && store.lastRecord(till.id, 'sale');
  const [row] = last && till ? store.recordsBetween(till.id, 'sale', last.seq, last.seq) : [];
  const model = row && parseRecord(row.bytes);
  if (!till || !signer || !row || !model) throw new Error('no sale to copy');
  const payload = model.payload as SalePayload;
  const sale = store.saleById(payload.saleId);
  if (!sale) throw new Error('no sale to copy');
  const [lines, tenders] = [store.linesOf(sale.id), store.tendersOf(sale.id)];
  let previousHash = row.hash;
  const keys = { sha256: sha256Hex, sign: signer.sign };
  for (let from = row.seq + 1; from <= count; from += 5_000)
    store.transaction(() => {
      for (let seq = from; seq < Math.min(from + 5_000, count + 1); seq += 1) {
        const saleId = brandAs<SaleId>(uuidv7());
        const number = brandAs<TicketNumber>(`${till.id}-${sale.year}-${String(seq).padStart(6, '0')}`);
        const sealed = sealRecord(
          { ...model, seq, previousHash, payload: { ...payload, saleId, number } },
          keys,
        );
        store.insertRecord({ ...row, id: undefined, ...sealed });
        store.insertSale({ ...sale, id: saleId, number, sequence: seq, recordSeq: seq });
        for (const line of lines) store.insertSaleLine({ ...line, saleId });
        for (const tender of tenders) store.insertSaleTender({ ...tender, saleId });
        previousHash = sealed.hash;
      }
    });
  const heads = headFile({
    folder: point.folder,
    till: till.id,
    store,
    signer,
    now: () => row.at,
  });
  heads.flush();
}

/** What a start does before anything else: read the head file and hold it against the chains. */
function headLookMs(point: BenchPoint): number {
  const store = storeOn(point.beside);
  const [till] = store.tills();
  if (!till) throw new Error('no till');
  const verifyHead = verifierAmong([till]);
  const times = Array.from({ length: 200 }, () => {
    const from = performance.now();
    const heads = readHeadFile(point.folder, till.id, verifyHead);
    if (heads === 'missing' || heads === 'damaged') throw new Error(heads);
    for (const chain of ['sale', 'closing', 'copy', 'event'] as const) {
      store.lastRecord(till.id, chain);
      store.recordHash(till.id, chain, heads[chain].seq);
    }
    return performance.now() - from;
  });
  return percentile(times, 0.5);
}

/** The real till in the real page: one asks for the archive, another goes on scanning. */
async function archiveWhileScanning(
  folder: string,
): Promise<{ readonly archiveMs: number; readonly scans: number[]; readonly path: string }> {
  const shell = await startBrowser({ folder, port: 0, pageFolder, migrationsFolder, demo: true, version });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(shell.url);
  await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
  await page.getByRole('region', { name: 'Panier' }).waitFor();
  const from = performance.now();
  const took = { archiveMs: 0 };
  const archive = done(page, 'makeArchive', { period: 'all', folder: null }).then((answer) => {
    took.archiveMs = performance.now() - from;
    return answer;
  });
  const scans: number[] = [];
  for (let at = 0; took.archiveMs === 0; at += 1) scans.push(await scanUntilPainted(page, charger, at));
  const made = await archive;
  await browser.close();
  await shell.close();
  return { ...took, scans, path: join(made.folder, made.fileName) };
}

async function verifyRates(path: string): Promise<Measured[]> {
  const threads = pool();
  await checkArchive(path, { pool: threads, linksOnly: true });
  const rate = async (linksOnly: boolean): Promise<number> => {
    let records = 0;
    const ms = await timedMs(async () => {
      const verdict = await checkArchive(path, { pool: threads, linksOnly });
      if (verdict.first || verdict.word) throw new Error(JSON.stringify(verdict));
      records = verdict.records;
    });
    return (records / ms) * 1000;
  };
  const rawBefore = await rawRate();
  const whole = await rate(false);
  const rawAfter = await rawRate();
  const links = await rate(true);
  await threads.close();
  const raw = (rawBefore + rawAfter) / 2;
  return [
    {
      what: 'verify with every signature, share of this machine’s raw Ed25519 rate over its cores',
      value: whole / raw,
      unit: 'ratio',
      bar: { least: 0.7 },
      detail: { recordsPerSecond: whole, rawPerSecond: raw, cores: availableParallelism() },
    },
    {
      what: 'verify hashes and links alone, of 100,000 records a second',
      value: links / 100_000,
      unit: 'ratio',
      bar: { least: 1 },
      detail: { recordsPerSecond: links },
    },
  ];
}

/** Signatures a second that this machine checks when it does nothing else, on all its cores. */
async function rawRate(): Promise<number> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = randomBytes(82);
  const signature = sign(null, message, privateKey);
  if (!verify(null, message, publicKey, signature)) throw new Error('cannot sign');
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { createPublicKey, verify } = require('node:crypto');
    const key = createPublicKey({ key: Buffer.from(workerData.key), format: 'der', type: 'spki' });
    const message = Buffer.from(workerData.message), signature = Buffer.from(workerData.signature);
    let count = 0;
    const until = performance.now() + 2000;
    while (performance.now() < until) for (let at = 0; at < 100; at += 1, count += 1) verify(null, message, key, signature);
    parentPort.postMessage(count / 2);`;
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const rates = Array.from(
    { length: availableParallelism() },
    () =>
      new Promise<number>((resolve, reject) => {
        const worker = new Worker(program, { eval: true, workerData: { key, message, signature } });
        worker.on('message', resolve);
        worker.on('error', reject);
      }),
  );
  return (await Promise.all(rates)).reduce((sum, one) => sum + one, 0);
}
