import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { root } from '#build/paths.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { openedStore, startPostgres } from '#test/hq/stores.ts';
import type { Measured } from './measure.ts';
import { startPrinter } from './peripherals.ts';
import { benchPoint } from './point.ts';
import { type Bench, type News, runMeasures } from './runner.ts';
import { startShell } from './shell.ts';
import { openPage } from './page.ts';

const row: Measured = { what: 'a row', value: 1, unit: 'ms', bar: { most: 2 }, detail: {} };
const quick = { volume: 'quick', tell: () => undefined } as const;

/** Processes that this one started, or that those did, with what they run. */
function descendants(): string[] {
  const running = readdirSync('/proc').flatMap((pid) => {
    try {
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
      return [{ pid, parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
    } catch {
      return [];
    }
  });
  const from = (parent: string): typeof running =>
    running.filter((one) => one.parent === parent).flatMap((one) => [one, ...from(one.pid)]);
  return from(String(process.pid)).map((one) => one.command);
}

test('a measure that throws is named with its reason, keeps the rows it had, and the others run', async () => {
  const news: News[] = [];
  const report = await runMeasures(
    {
      first: async (bench) => bench.measured(row),
      broken: async (bench) => {
        bench.measured({ ...row, what: 'before it broke' });
        throw new Error('printTicket refused: no-printer');
      },
      last: async (bench) => {
        bench.notMeasured('what needs a screen (no screen)');
        bench.measured({ ...row, what: 'the last' });
      },
    },
    { volume: 'full', tell: (one) => void news.push(one) },
  );
  expect(report).toEqual({
    volume: 'full',
    measured: [row, { ...row, what: 'before it broke' }, { ...row, what: 'the last' }],
    notMeasured: ['what needs a screen (no screen)'],
    failed: [{ name: 'broken', why: 'printTicket refused: no-printer' }],
    tookS: { first: 0, broken: 0, last: 0 },
  });
  expect(news.map((one) => one.kind)).toEqual(['measured', 'measured', 'failed', 'not-measured', 'measured']);
});

test('what a measure started is ended when it throws: no process, no folder is left', async () => {
  const folder = temporaryFolder();
  // PostgreSQL has an account of its own.
  chmodSync(folder, 0o755);
  vi.stubEnv('TMPDIR', folder);
  const before = descendants();
  const seen = { processes: [] as string[], folders: [] as string[] };
  const startEverything = async (bench: Bench): Promise<void> => {
    await startPrinter(bench);
    const point = await benchPoint(bench, join(bench.folder, 'point'));
    expect(point.beside.$client.open).toBe(true);
    await openPage(bench, await startShell(bench, join(bench.folder, 'shell')));
    const postgres = await bench.ending(await startPostgres(), (one) => one.stop());
    await bench.ending(await openedStore({ databaseUrl: await postgres.newDatabase() }), (one) =>
      one.close(),
    );
    seen.processes.push(...descendants());
    seen.folders.push(...readdirSync(folder));
    throw new Error('in the middle');
  };
  const report = await runMeasures({ everything: startEverything }, quick);
  vi.unstubAllEnvs();
  expect(report.failed).toEqual([{ name: 'everything', why: 'in the middle' }]);
  for (const program of [/build\/printer\.ts/, /build\/start\.ts/, /chrom/, /postgres/])
    expect(seen.processes.filter((one) => program.test(one)).length, String(program)).toBeGreaterThan(0);
  expect(seen.folders.length).toBeGreaterThan(1);
  expect(descendants()).toEqual(before);
  expect(readdirSync(folder)).toEqual([]);
});

test('what was started last ends first, and one that does not end stops no other', async () => {
  const ended: string[] = [];
  const report = await runMeasures(
    {
      two: async (bench) => {
        await bench.ending('database', () => ended.push('database'));
        await bench.ending('lock', () => {
          throw new Error('the lock is stuck');
        });
        await bench.ending('store', () => ended.push('store'));
      },
      next: async (bench) => bench.measured(row),
    },
    quick,
  );
  expect(ended).toEqual(['store', 'database']);
  expect(report.failed).toEqual([{ name: 'two, at its end', why: 'the lock is stuck' }]);
  expect(report.measured).toEqual([row]);
});

test('what a measure left unheeded fails it, before and at its end, and the others run', async () => {
  // In a process of its own: here the tests themselves hear of it.
  const program = `
    import { runMeasures } from '#test/bench/runner.ts';
    const broken = (why) => void Promise.reject(new Error(why));
    const forEver = new Promise(() => undefined);
    const report = await runMeasures({
      waiting: async () => { broken('left alone'); await forEver; },
      ending: async (bench) => { await bench.ending(null, () => broken('left at the end')); },
      both: async (bench) => { await bench.ending(null, () => broken('no news')); throw new Error('news'); },
      thrown: async () => { setImmediate(() => { throw new Error('thrown aside'); }); await forEver; },
      last: async (bench) => bench.notMeasured('nothing'),
    }, { volume: 'quick', tell: () => undefined });
    console.log(JSON.stringify([report.failed, report.notMeasured]));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(JSON.parse(done.stdout || done.stderr)).toEqual([
    [
      { name: 'waiting', why: 'left alone' },
      { name: 'ending, at its end', why: 'left at the end' },
      { name: 'both', why: 'news' },
      { name: 'thrown', why: 'thrown aside' },
    ],
    ['nothing'],
  ]);
});

test('whoever has enough ends the measure under way and begins no other', async () => {
  const stop = new AbortController();
  const ended: string[] = [];
  const report = await runMeasures(
    {
      endless: async (bench) => {
        await bench.ending('printer', () => ended.push('printer'));
        stop.abort();
        await new Promise(() => undefined);
      },
      never: async (bench) => bench.measured(row),
    },
    { ...quick, stop: stop.signal },
  );
  expect({ ended, failed: report.failed, measured: report.measured }).toEqual({
    ended: ['printer'],
    failed: [{ name: 'endless', why: 'stopped' }],
    measured: [],
  });
});

test('what a measure that was given up starts too late is ended at once', async () => {
  const stop = new AbortController();
  const ended: string[] = [];
  const late = Promise.withResolvers<void>();
  let over: Promise<unknown> = Promise.resolve();
  await runMeasures(
    {
      late: async (bench) => {
        over = late.promise.then(() => bench.ending('browser', () => ended.push('browser')));
        stop.abort();
        await over;
      },
    },
    { ...quick, stop: stop.signal },
  );
  late.resolve();
  await expect(over).rejects.toThrow('the measure is over');
  expect(ended).toEqual(['browser']);
});

test('each measure has its own folder, gone when it is over', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  const folders: string[] = [];
  const write = async (bench: Bench): Promise<void> => {
    folders.push(bench.folder);
    writeFileSync(join(bench.folder, 'point.db'), '');
  };
  await runMeasures({ one: write, two: write }, quick);
  vi.unstubAllEnvs();
  expect(new Set(folders).size).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});
