import { parseArgs } from 'node:util';
import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Draw } from './draw.ts';

const usage = `npm run mutants -- FOLDER|FILE… [options]
  --sample N        tries N of them, drawn by --seed
  --seed S          another draw (1)
  --tests FOLDER    the tests that must notice; may stand several times (test/FOLDER)
  --without NAME    leaves NAME.test.ts out, such as one that takes a minute; may stand several times
  --at-once N       how many are tried at once (2)`;

export interface MutantRun {
  readonly options: PartialStrykerOptions;
  /** What the configuration of vitest reads: Stryker's processes hand nothing else on to it. */
  readonly env: Readonly<Record<string, string>>;
}

/** Reads what stands behind `--`; a refusal is what to print. */
export function mutantOptions(
  args: readonly string[],
  exists: (path: string) => boolean,
): Result<MutantRun, string> {
  const parsed = parsedFrom(args);
  if (!parsed) return refuse(usage);
  const { values, positionals } = parsed;
  const missing = [...positionals, ...(values.tests ?? [])].find((one) => !exists(one));
  if (missing !== undefined) return refuse(`${missing}: no such file or folder\n${usage}`);
  const numbers = [values.sample, values.seed, values['at-once']].filter((one) => one !== undefined);
  if (positionals.length === 0 || !numbers.every((one) => /^\d{1,9}$/.test(one))) return refuse(usage);
  const tests = values.tests ?? [...new Set(positionals.map((one) => `test/${one.split('/')[0] ?? ''}`))];
  const draw: Draw | null =
    values.sample === undefined ? null : { sample: Number(values.sample), seed: Number(values.seed) };
  return ok({
    options: strykerOptions({ what: positionals, tests, draw, atOnce: Number(values['at-once']) }),
    env: {
      COMPTOIR_MUTANTS_TESTS: tests.join(','),
      COMPTOIR_MUTANTS_WITHOUT: (values.without ?? []).join(','),
    },
  });
}

function parsedFrom(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        sample: { type: 'string' },
        seed: { type: 'string', default: '1' },
        tests: { type: 'string', multiple: true },
        without: { type: 'string', multiple: true },
        'at-once': { type: 'string', default: '2' },
      },
    });
  } catch {
    return null;
  }
}

interface What {
  readonly what: readonly string[];
  readonly tests: readonly string[];
  readonly draw: Draw | null;
  readonly atOnce: number;
}

function strykerOptions({ what, tests, draw, atOnce }: What): PartialStrykerOptions {
  return {
    mutate: what.map((one) => (/\.\w+$/.test(one) ? one : `${one}/**/*.{ts,tsx}`)),
    ignorePatterns: ['out', 'dist', 'docs/screens'],
    // Stryker rewrites this file by TypeScript's programming interface, which TypeScript 7 does not have.
    tsconfigFile: 'none',
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', './build/mutants/draw.ts'],
    // The addon of serial ports aborts the process when a second thread loads it.
    vitest: { configFile: 'build/mutants.vitest.config.ts', pool: 'forks', related: false },
    coverageAnalysis: 'perTest',
    checkers: draw ? ['draw'] : [],
    ...(draw ? { draw } : {}),
    // The next run tries again only what changed, and what lived.
    incremental: draw === null,
    incrementalFile: `out/mutants/${[...what, ...tests].join('-').replaceAll('/', '.')}.json`,
    tempDirName: 'out/mutants/sandbox',
    concurrency: atOnce,
    dryRunTimeoutMinutes: 30,
    timeoutMS: 20_000,
    reporters: ['progress-append-only', 'html'],
    htmlReporter: { fileName: 'out/mutants/mutants.html' },
  };
}
