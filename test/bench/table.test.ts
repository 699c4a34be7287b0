import { expect, test } from 'vitest';
import type { Measured } from './measure.ts';
import type { Report } from './runner.ts';
import { isGood, lineOf, summaryOf } from './table.ts';

const slow: Measured = {
  what: 'sale ÷ bare inserts, p99',
  value: 3.5,
  unit: 'ratio',
  bar: { most: 3 },
  spread: { lowerQuartile: 3.1, upperQuartile: 4, blocks: 11 },
  detail: { ours: 7, reference: 2 },
};
const fast: Measured = { ...slow, what: 'search', value: 4, unit: 'ms', bar: { most: 20 } };
const nothing: Report = { volume: 'full', measured: [], notMeasured: [], failed: [], tookS: {} };
const lost = { name: 'peripherals', why: 'printTicket refused' };

test('a row says its bar, whether it is met, and how far its blocks lie apart', () => {
  expect(lineOf(slow, 'full')).toBe(
    'MISS sale ÷ bare inserts, p99: 3.5 (≤ 3), middle half 3.1 to 4 of 11 blocks — ours 7, reference 2',
  );
  expect(lineOf({ ...fast, bar: { least: 4 } }, 'full')).toMatch(/^ok {3}search: 4 ms \(≥ 4 ms\)/);
});

test('a row of a quick run is held against nothing', () => {
  expect(lineOf(slow, 'quick')).toMatch(/^ran {2}sale ÷ bare inserts, p99: 3\.5, middle half/);
});

test('the summary names every miss, every failure and whatever was not measured', () => {
  const report = {
    ...nothing,
    measured: [fast, slow],
    failed: [lost],
    notMeasured: ['start (no Electron)'],
    tookS: { sale: 12, peripherals: 3 },
  };
  expect(summaryOf(report)).toEqual([
    '2 rows, 1 missed, 1 failures (sale 12 s, peripherals 3 s).',
    'Missed: sale ÷ bare inserts, p99: 3.5, wanted ≤ 3.',
    'Failed: peripherals: printTicket refused',
    'Not measured: start (no Electron).',
  ]);
  expect(summaryOf({ ...report, volume: 'quick' }).at(-1)).toMatch(/numbers mean nothing/);
});

test.each([
  ['all met', { measured: [fast] }, true],
  ['one missed', { measured: [fast, slow] }, false],
  ['one failed', { measured: [fast], failed: [lost] }, false],
  ['one that this machine cannot measure', { measured: [fast], notMeasured: ['start'] }, true],
  ['one missed in a quick run', { volume: 'quick', measured: [slow] }, true],
  ['one failed in a quick run', { volume: 'quick', measured: [fast], failed: [lost] }, false],
] as const)('a run with %s', (_what, change, good) => {
  expect(isGood({ ...nothing, ...change })).toBe(good);
});
