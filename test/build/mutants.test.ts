import type { Mutant, MutantResult } from '@stryker-mutator/api/core';
import { expect, test } from 'vitest';
import { withoutSurvivors } from '#build/mutants/again.ts';
import { drawn } from '#build/mutants/draw.ts';
import { mutantOptions } from '#build/mutants/options.ts';
import { told } from '#build/mutants/told.ts';
import { root } from '#build/paths.ts';

const mutant = (line: number, file = 'domain/cap.ts'): Mutant => ({
  id: `${file}-${line}`,
  fileName: `${root}/${file}`,
  location: { start: { line, column: 4 }, end: { line, column: 9 } },
  mutatorName: 'EqualityOperator',
  replacement: 'a >= b',
});
const all = Array.from({ length: 200 }, (_, line) => mutant(line));

const missingOf = (before: ReadonlySet<string>, after: ReadonlySet<string>): string[] =>
  [...before].filter((id) => !after.has(id));

test('a draw is as many as asked for, the same for the same seed in any order, and other for another', () => {
  const first = drawn(all, { sample: 50, seed: 1 });
  expect(first.size).toBe(50);
  expect(drawn(all.toReversed(), { sample: 50, seed: 1 })).toEqual(first);
  expect(drawn(all, { sample: 50, seed: 2 })).not.toEqual(first);
  expect(drawn(all, { sample: 500, seed: 1 }).size).toBe(200);
});

test('a larger draw holds the smaller one; a mutant more displaces at most one', () => {
  const first = drawn(all, { sample: 50, seed: 1 });
  expect(missingOf(first, drawn(all, { sample: 80, seed: 1 }))).toEqual([]);
  for (let line = 200; line < 230; line += 1)
    expect(missingOf(first, drawn([...all, mutant(line)], { sample: 50, seed: 1 })).length).toBeLessThan(2);
});

test('what is asked for is read, and what cannot be is refused with the usage', () => {
  const read = (...args: readonly string[]) =>
    mutantOptions(args, (path) => ['domain', 'main/sale', 'main/point.ts', 'test/main'].includes(path));
  expect(read('domain')).toMatchObject({
    ok: true,
    value: {
      options: { mutate: ['domain/**/*.{ts,tsx}'], checkers: [], incremental: true, concurrency: 2 },
      env: { COMPTOIR_MUTANTS_TESTS: 'test/domain', COMPTOIR_MUTANTS_WITHOUT: '' },
    },
  });
  const drawnFrom = read(
    'main/sale',
    'main/point.ts',
    '--sample=300',
    '--seed=7',
    '--without=upgrade',
    '--at-once=1',
  );
  expect(drawnFrom).toMatchObject({
    ok: true,
    value: {
      options: {
        mutate: ['main/sale/**/*.{ts,tsx}', 'main/point.ts'],
        checkers: ['draw'],
        draw: { sample: 300, seed: 7 },
        incremental: false,
        concurrency: 1,
      },
      env: { COMPTOIR_MUTANTS_TESTS: 'test/main', COMPTOIR_MUTANTS_WITHOUT: 'upgrade' },
    },
  });
  for (const args of [[], ['--sample', '3'], ['domain', '--sample', 'x'], ['domain', '--what']])
    expect(read(...args)).toMatchObject({ ok: false, refusal: expect.stringMatching(/^npm run mutants/) });
  expect(read('nowhere')).toMatchObject({ refusal: expect.stringMatching(/^nowhere: no such file/) });
});

test('what lived is told by its place; what was not drawn or does not load counts in no rate', () => {
  const result = (line: number, status: MutantResult['status']): MutantResult => ({
    ...mutant(line),
    status,
  });
  expect(
    told(
      [
        result(9, 'Survived'),
        result(1, 'Killed'),
        result(2, 'Timeout'),
        result(3, 'NoCoverage'),
        result(4, 'CompileError'),
        result(5, 'RuntimeError'),
      ],
      root,
    ),
  ).toEqual({
    survivors: [
      'domain/cap.ts:3:4 NoCoverage EqualityOperator "a >= b"',
      'domain/cap.ts:9:4 Survived EqualityOperator "a >= b"',
    ],
    sentence: expect.stringMatching(/^2 of 4 mutants killed \(50\.0 %\)/),
  });
});

test('the next run tries again whatever was not killed, constants too', () => {
  const statuses = ['Killed', 'Survived', 'Timeout', 'NoCoverage', 'RuntimeError'];
  const report = {
    schemaVersion: '2',
    files: { 'a.ts': { source: '1', mutants: statuses.map((status) => ({ status })) } },
  };
  expect(withoutSurvivors(report)).toEqual({
    schemaVersion: '2',
    files: { 'a.ts': { source: '1', mutants: [{ status: 'Killed' }, { status: 'Timeout' }] } },
  });
});
