import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkArchive } from '#verify/archive.ts';
import { betweenArchives } from '#verify/folder.ts';
import { type Pool, pool } from '#verify/pool.ts';
import { holds } from '#verify/words.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { liveDays } from '#test/support/year.ts';
import { testPoint } from '#test/support/point.ts';
import { type Opened, archiveOf, openArchive, tamperings, writeArchive } from './year.ts';

// A year lived by the real program, read by two programs that share nothing with it: ours, and one in another
// language that was written from docs/formats alone.
const tamperingsTried = Number(process.env['COMPTOIR_TAMPERINGS'] ?? 500);
const python = '/usr/bin/python3';
const other = join(import.meta.dirname, 'verify.py');
const hasPython = spawnSync(python, ['-c', 'import cryptography']).status === 0;

let threads: Pool;
let kept: string;
let whole: string;
let months: string[];

beforeAll(async () => {
  threads = pool();
  kept = join(import.meta.dirname, '../../out/test-year');
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
});
afterAll(() => threads.close());

const check = (path: string, linksOnly = false) => checkArchive(path, { pool: threads, linksOnly });

test('a year of months, and the year in one, hold; both programs say so', async () => {
  const point = await testPoint();
  // Every fourth day of a year: each month closes, and the year with them.
  await liveDays(point, { days: 92, salesADay: 3, seed: 11, every: 4 });
  const periods = (await point.done('archives', {})).periods;
  expect(periods.filter((one) => one.kind === 'year').map((one) => one.period)).toEqual(['2027', '2026']);
  months = [];
  for (const { period } of periods.filter((one) => one.kind === 'month').toReversed())
    months.push(await archiveOf(point, period));
  whole = await archiveOf(point, 'all');
  for (const path of [...months, whole]) {
    for (const suffix of ['', '.sig']) copyFileSync(path + suffix, join(kept, basename(path) + suffix));
  }
  whole = join(kept, basename(whole));
  months = months.map((path) => join(kept, basename(path)));
  const verdicts = await Promise.all([...months, whole].map((path) => check(path)));
  expect(verdicts.filter((one) => !holds(one))).toEqual([]);
  expect(verdicts.at(-1)?.records).toBe(openArchive(whole).records.length);
  expect(betweenArchives(verdicts)).toEqual([]);
  expect((await check(whole, true)).first).toBeNull();
  if (!hasPython) return;
  const said = spawnSync(python, [other, kept], { encoding: 'utf8' });
  expect(said.stderr).toBe('');
  expect(said.status).toBe(0);
  expect(said.stdout.trim().split('\n')).toHaveLength(months.length + 1);
}, 240_000);

test('a month that is missing is a gap, in both programs', async () => {
  const folder = temporaryFolder();
  const some = months.filter((_path, index) => index !== 2);
  for (const path of some)
    for (const suffix of ['', '.sig']) copyFileSync(path + suffix, join(folder, basename(path) + suffix));
  const verdicts = await Promise.all(some.map((path) => check(path)));
  const gaps = betweenArchives(verdicts);
  const missing = (await check(months[2] ?? '')).spans;
  expect(gaps.find((one) => one.chain === 'sale')).toEqual({
    kind: 'gap',
    till: 'PAR13-1',
    chain: 'sale',
    from: missing.sale?.firstSeq,
    to: missing.sale?.lastSeq,
  });
  if (!hasPython) return;
  const said = spawnSync(python, [other, folder], { encoding: 'utf8' });
  expect(said.status).toBe(1);
  const told = said.stdout
    .split('\n')
    .filter((line) => line.includes('"gap"'))
    .map((line) => (JSON.parse(line) as { gap: { chain: string; from: number; to: number } }).gap);
  expect(told.map(({ chain, from, to }) => ({ chain, from, to }))).toEqual(
    gaps.map(({ chain, from, to }) => ({ chain, from, to })),
  );
});

/** The other program, asked one file after another. */
function otherProgram(): { readonly ask: (path: string) => Promise<unknown>; readonly end: () => void } {
  const child = spawn(python, [other, '--stream'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers: ((line: string) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => answers.shift()?.(line));
  return {
    ask: (path) =>
      new Promise((resolve) => {
        answers.push((line) => resolve(JSON.parse(line)));
        child.stdin.write(`${path}\n`);
      }),
    end: () => child.stdin.end(),
  };
}

test(`${tamperingsTried} random tamperings are each rejected at the right record, by both programs`, async () => {
  const truth = openArchive(whole);
  const signature = readFileSync(`${whole}.sig`);
  const folder = temporaryFolder();
  const second = hasPython ? otherProgram() : null;
  for (const [index, { what, archive, expected }] of tamperings(truth, tamperingsTried, 5).entries()) {
    const place = join(folder, String(index));
    mkdirSync(place);
    const path = writeArchive(place, archive, signature);
    const { first } = await check(path);
    expect([what, first]).toEqual([what, expected]);
    if (second) expect([what, await second.ask(path)]).toMatchObject([what, { ok: false, first: expected }]);
    rmSync(place, { recursive: true });
  }
  second?.end();
}, 600_000);

test('any single byte of the archive or of its signature is missed', async () => {
  const bytes = readFileSync(months[0] ?? '');
  const signature = readFileSync(`${months[0]}.sig`);
  const folder = temporaryFolder();
  const path = join(folder, basename(months[0] ?? ''));
  const second = hasPython ? otherProgram() : null;
  for (let tried = 0; tried < 120; tried += 1) {
    const inSignature = tried % 4 === 0;
    const touched = Buffer.from(inSignature ? signature : bytes);
    const at = Math.floor((touched.length * (tried * 7919)) / (120 * 7919)) % touched.length;
    touched[at] = (touched[at] ?? 0) ^ (1 << (tried % 8));
    writeFileSync(path, inSignature ? bytes : touched);
    writeFileSync(`${path}.sig`, inSignature ? touched : signature);
    const verdict = await check(path);
    expect(holds(verdict), `byte ${at} of the ${inSignature ? 'signature' : 'archive'}`).toBe(false);
    if (second) expect(await second.ask(path)).toMatchObject({ ok: false });
  }
  second?.end();
}, 120_000);

test('an archive cut short, without its signature, or under another name does not hold', async () => {
  const folder = temporaryFolder();
  const truth: Opened = openArchive(whole);
  const signature = readFileSync(`${whole}.sig`);
  const path = writeArchive(folder, { ...truth, records: truth.records.slice(0, -3) }, signature);
  expect((await check(path)).word).toBe('wrong-file-signature');
  copyFileSync(whole, path);
  rmSync(`${path}.sig`);
  expect((await check(path)).word).toBe('wrong-file-signature');
  writeFileSync(`${path}.sig`, signature);
  expect(holds(await check(path))).toBe(true);
  const renamed = join(dirname(path), 'PAR13-1-2031-01-20310201T000000.comptoir-archive');
  renameSync(path, renamed);
  renameSync(`${path}.sig`, `${renamed}.sig`);
  expect((await check(renamed)).word).toBe('wrong-file-signature');
  writeFileSync(renamed, readFileSync(whole).subarray(0, 9_000));
  expect((await check(renamed)).word ?? (await check(renamed)).first?.word).toBe('unreadable');
});
