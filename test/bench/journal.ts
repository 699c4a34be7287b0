import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { storeOn } from '#db/store.ts';
import { verifierAmong } from '#exchange/crypto.ts';
import { readHeadFile } from '#main/journal/head-file.ts';
import { checkArchive } from '#verify/archive.ts';
import { pool } from '#verify/pool.ts';
import { signIn } from '#test/support/desk-page.ts';
import { compared, inTurns, percentile, sampled, timedMs } from './measure.ts';
import { openPage, scanUntilPainted } from './page.ts';
import { type BenchPoint, benchPoint, sellOne } from './point.ts';
import type { Bench } from './runner.ts';
import { callsOf, startShell } from './shell.ts';
import { loadSignedSales } from './signed-sales.ts';

const volumes = {
  full: {
    sales: 100_000,
    looks: { blocks: 11, turnsABlock: 50, warmUp: 20 },
    verdicts: { blocks: 5, turnsABlock: 1, warmUp: 1 },
    rawMs: 2_000,
  },
  quick: {
    sales: 500,
    looks: { blocks: 2, turnsABlock: 2, warmUp: 0 },
    verdicts: { blocks: 2, turnsABlock: 1, warmUp: 0 },
    rawMs: 100,
  },
} as const;

/** A year of a busy point: archived while the desk sells, then verified; and what a start looks at before and after. */
export async function benchJournal(bench: Bench): Promise<void> {
  const { sales, looks } = volumes[bench.volume];
  const few = await benchPoint(bench, join(bench.folder, 'few'));
  const many = await benchPoint(bench, join(bench.folder, 'many'));
  for (const point of [few, many]) await sellOne(point);
  loadSignedSales(many, sales);
  const look = { few: headLook(few), many: headLook(many) };
  const took = await inTurns({ many: () => timedMs(look.many), few: () => timedMs(look.few) }, looks);
  bench.measured(
    compared({
      what: `start: look at the heads of ${sales} sales ÷ of 1, p50`,
      ours: took.many,
      reference: took.few,
      share: 0.5,
      bar: { most: 2 },
    }),
  );
  await few.close();
  await many.close();
  await verifyRates(bench, await archiveWhileScanning(bench, many.folder));
}

/** What a start does before anything else: read the head file and hold it against the chains. */
function headLook(point: BenchPoint): () => void {
  const store = storeOn(point.beside);
  const [till] = store.tills();
  if (!till) throw new Error('no till');
  const verifyHead = verifierAmong([till]);
  return () => {
    const heads = readHeadFile(point.folder, till.id, verifyHead);
    if (heads === 'missing' || heads === 'damaged') throw new Error(heads);
    for (const chain of ['sale', 'closing', 'copy', 'event'] as const) {
      store.lastRecord(till.id, chain);
      store.recordHash(till.id, chain, heads[chain].seq);
    }
  };
}

/** The real till in the real page: one asks for the archive, another goes on scanning. Gives the archive's path. */
async function archiveWhileScanning(bench: Bench, folder: string): Promise<string> {
  const shell = await startShell(bench, folder);
  const page = await openPage(bench, shell);
  await signIn(page, 'Nadia (responsable)', 'Cle-du-13e');
  await page.getByRole('region', { name: 'Panier' }).waitFor();
  const call = await callsOf(shell);
  const from = performance.now();
  const took = { archiveMs: 0 };
  const archive = call('makeArchive', { period: 'all', folder: null }).finally(() => {
    took.archiveMs = performance.now() - from;
  });
  const scans: number[] = [];
  for (let at = 0; took.archiveMs === 0; at += 1) scans.push(await scanUntilPainted(page, at));
  const made = await archive;
  const { sales } = volumes[bench.volume];
  bench.measured({
    what: `archive of ${sales} sales, every record checked first`,
    value: took.archiveMs / 1000,
    unit: 's',
    bar: { most: 30 },
    detail: {},
  });
  const what = 'scan → line painted while it is archived, p95';
  bench.measured(sampled(what, scans, { share: 0.95, mostMs: 100 }));
  await page.close();
  return join(made.folder, made.fileName);
}

async function verifyRates(bench: Bench, path: string): Promise<void> {
  const { verdicts, rawMs } = volumes[bench.volume];
  const threads = await bench.ending(pool(), (one) => one.close());
  /** Milliseconds a record. */
  const verified = async (linksOnly: boolean): Promise<number> => {
    const from = performance.now();
    const verdict = await checkArchive(path, { pool: threads, linksOnly });
    if (verdict.first || verdict.word) throw new Error(JSON.stringify(verdict));
    return (performance.now() - from) / verdict.records;
  };
  await verified(true);
  const took = await inTurns({ verify: () => verified(false), raw: () => rawSignature(rawMs) }, verdicts);
  bench.measured(
    compared({
      what: 'verify with every signature, share of this machine’s raw Ed25519 rate over its cores',
      ours: took.verify,
      reference: took.raw,
      as: 'speed',
      share: 0.5,
      bar: { least: 0.7 },
      detail: { cores: availableParallelism() },
    }),
  );
  const links: number[] = [];
  for (let round = 0; round < verdicts.blocks; round += 1) links.push(await verified(true));
  const aSecond = 1_000 / percentile(links, 0.5);
  bench.measured({
    what: 'verify hashes and links alone, of 100,000 records a second',
    value: aSecond / 100_000,
    unit: 'ratio',
    bar: { least: 1 },
    detail: { recordsPerSecond: aSecond },
  });
}

/** Milliseconds that this machine needs for a signature when it does nothing else, on all its cores. */
async function rawSignature(forMs: number): Promise<number> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const message = randomBytes(82);
  const signature = sign(null, message, privateKey);
  if (!verify(null, message, publicKey, signature)) throw new Error('cannot sign');
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { createPublicKey, verify } = require('node:crypto');
    const { forMs } = workerData;
    const key = createPublicKey({ key: Buffer.from(workerData.key), format: 'der', type: 'spki' });
    const message = Buffer.from(workerData.message), signature = Buffer.from(workerData.signature);
    let count = 0;
    const until = performance.now() + forMs;
    while (performance.now() < until) for (let at = 0; at < 100; at += 1, count += 1) verify(null, message, key, signature);
    parentPort.postMessage(count / forMs);`;
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const rates = Array.from(
    { length: availableParallelism() },
    () =>
      new Promise<number>((resolve, reject) => {
        const worker = new Worker(program, { eval: true, workerData: { key, message, signature, forMs } });
        worker.on('message', resolve);
        worker.on('error', reject);
      }),
  );
  return 1 / (await Promise.all(rates)).reduce((sum, one) => sum + one, 0);
}
