import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Measured } from './measure.ts';

/** `quick` runs the same code on a little of everything: it shows that each measure works, its numbers mean nothing. */
export type Volume = 'full' | 'quick';

/** What a measure is given. */
export interface Bench {
  /** Gone when the measure is over. */
  readonly folder: string;
  readonly volume: Volume;
  /** A row of the table. It stays when what comes after it fails. */
  readonly measured: (row: Measured) => void;
  /** What this machine cannot measure, and why. */
  readonly notMeasured: (what: string) => void;
  /** Keeps what was started, and ends it with the measure however that goes: the last started ends first. */
  readonly ending: <T>(started: T, end: (started: T) => unknown) => Promise<T>;
}

export type Measure = (bench: Bench) => Promise<void>;

export interface Report {
  readonly volume: Volume;
  readonly measured: readonly Measured[];
  readonly notMeasured: readonly string[];
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** Seconds that each measure took, its preparation included. */
  readonly tookS: Readonly<Record<string, number>>;
}

export interface RunOptions {
  readonly volume: Volume;
  readonly tell: (news: News) => void;
  /** Ends the measure under way and begins no other. */
  readonly stop?: AbortSignal;
}

export type News =
  | { readonly kind: 'measured'; readonly row: Measured }
  | { readonly kind: 'not-measured'; readonly what: string }
  | { readonly kind: 'failed'; readonly name: string; readonly why: string; readonly error: unknown };

/** The longest measure takes some five minutes: one that takes this long waits for something that never comes. */
const mostMinutes = { full: 20, quick: 3 } as const;

/** Runs one measure after the other. One that fails is told, and stops no other. */
export async function runMeasures(
  measures: Readonly<Record<string, Measure>>,
  options: RunOptions,
): Promise<Report> {
  const measured: Measured[] = [];
  const notMeasured: string[] = [];
  const failed: { name: string; why: string }[] = [];
  const tookS: Record<string, number> = {};
  const tell = (news: News): void => {
    if (news.kind === 'measured') measured.push(news.row);
    if (news.kind === 'not-measured') notMeasured.push(news.what);
    if (news.kind === 'failed') failed.push({ name: news.name, why: news.why });
    options.tell(news);
  };
  for (const [name, measure] of Object.entries(measures)) {
    if (options.stop?.aborted) break;
    const from = performance.now();
    await runOne(name, measure, { ...options, tell });
    tookS[name] = Math.round((performance.now() - from) / 1000);
  }
  return { volume: options.volume, measured, notMeasured, failed, tookS };
}

async function runOne(name: string, measure: Measure, options: RunOptions): Promise<void> {
  const { volume, tell } = options;
  const ends = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), `comptoir-bench-${name}-`));
  ends.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const bench: Bench = {
    folder,
    volume,
    measured: (row) => tell({ kind: 'measured', row }),
    notMeasured: (what) => tell({ kind: 'not-measured', what }),
    ending: async (started, end) => {
      // A measure that was given up may still have been starting this.
      if (ends.disposed) {
        await end(started);
        throw new Error('the measure is over');
      }
      ends.defer(async () => void (await end(started)));
      return started;
    },
  };
  const givenUp = whenGivenUp(options);
  let failed = false;
  const fail = (where: string) => (error: unknown) => {
    failed = true;
    tell({ kind: 'failed', name: where, why: reasonOf(error), error });
  };
  await Promise.race([givenUp.promise, withoutThrow(() => measure(bench))]).catch(fail(name));
  await ends.disposeAsync().catch(fail(`${name}, at its end`));
  // What was still under way fails when what it works with is taken away. After a failure that is no news.
  await setImmediate();
  if (!failed) await Promise.race([givenUp.promise, Promise.resolve()]).catch(fail(`${name}, at its end`));
  givenUp.forget();
}

/** What throws before it waits is refused like what throws later. */
const withoutThrow = async (work: () => Promise<void>): Promise<void> => work();

/** Rejects for a measure that left something unheeded, that takes for ever, or of which whoever runs it has enough. */
function whenGivenUp({ volume, stop }: RunOptions): {
  readonly promise: Promise<never>;
  readonly forget: () => void;
} {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const enough = (): void => reject(new Error('stopped'));
  const minutes = mostMinutes[volume];
  const limit = setTimeout(() => reject(new Error(`not done after ${minutes} minutes`)), minutes * 60_000);
  process.on('unhandledRejection', reject);
  process.on('uncaughtException', reject);
  stop?.addEventListener('abort', enough);
  return {
    promise,
    forget: () => {
      clearTimeout(limit);
      process.off('unhandledRejection', reject);
      process.off('uncaughtException', reject);
      stop?.removeEventListener('abort', enough);
    },
  };
}

/** What it says first: a browser's error goes on with everything the browser said. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
