import { expect, test } from 'vitest';
import { type Blocks, compared, inTurns, percentile } from './measure.ts';

test('each side goes first as often as last, and the one in the middle is beside both others', async () => {
  const order: string[] = [];
  const turn = (name: string) => async (nth: number) => {
    order.push(`${name}${nth}`);
    return nth;
  };
  const took = await inTurns(
    { a: turn('a'), b: turn('b'), c: turn('c') },
    { blocks: 2, turnsABlock: 2, warmUp: 1 },
  );
  expect(order.join(' ')).toBe('a0 b0 c0 c1 b1 a1 a2 b2 c2 c3 b3 a3 a4 b4 c4');
  const afterWarmUp = [
    [1, 2],
    [3, 4],
  ];
  expect(took).toEqual({ a: afterWarmUp, b: afterWarmUp, c: afterWarmUp });
});

test('a turn of several samples gives them all to its block', async () => {
  const took = await inTurns({ a: async (nth) => [nth, nth + 10] }, { blocks: 1, turnsABlock: 2, warmUp: 0 });
  expect(took).toEqual({ a: [[0, 10, 1, 11]] });
});

/** Twice as slow as its reference, whatever the machine does to both. */
const steady = (blocks: number, moods: (block: number) => number): { ours: Blocks; reference: Blocks } => {
  const samples = (slowness: number): Blocks =>
    Array.from({ length: blocks }, (_, block) =>
      Array.from({ length: 100 }, (_, nth) => slowness * moods(block) * (nth < 98 ? 1 : 5)),
    );
  return { ours: samples(2), reference: samples(1) };
};

test.each([0.5, 0.99])('a machine that slows down and up again does not move a comparison at %d', (share) => {
  const { ours, reference } = steady(9, (block) => 1 + (block % 4));
  expect(compared({ what: 'sale', ours, reference, share, bar: { most: 3 } })).toMatchObject({
    value: 2,
    unit: 'ratio',
    spread: { lowerQuartile: 2, upperQuartile: 2, blocks: 9 },
  });
});

test('what strikes one side alone moves it only once it strikes half of the blocks', () => {
  const { ours, reference } = steady(9, () => 1);
  const struck = (most: number): number => {
    const spoilt = ours.map((block, at) => (at < most ? block.map((ms) => ms * 10) : block));
    return compared({ what: 'sale', ours: spoilt, reference, share: 0.99, bar: { most: 3 } }).value;
  };
  expect([struck(0), struck(4), struck(5)]).toEqual([2, 2, 20]);
});

test('the spread says between what the middle half of the blocks lies', () => {
  const ours = [[1], [2], [3], [4], [5]];
  const reference = ours.map(() => [1]);
  expect(
    compared({ what: 'start', ours, reference, share: 0.5, bar: { most: 2 }, detail: { cores: 2 } }),
  ).toEqual({
    what: 'start',
    value: 3,
    unit: 'ratio',
    bar: { most: 2 },
    spread: { lowerQuartile: 2, upperQuartile: 4, blocks: 5 },
    detail: { ours: 3, reference: 1, samples: 5, cores: 2 },
  });
});

test.each([
  ['ratio', 2, 'ratio'],
  ['speed', 0.5, 'ratio'],
  ['difference', 1, 'ms'],
] as const)('twice as slow, as %s', (as, value, unit) => {
  const { ours, reference } = steady(3, () => 1);
  expect(compared({ what: '', ours, reference, share: 0.5, bar: { most: 1 }, as })).toMatchObject({
    value,
    unit,
  });
});

test('a percentile is the sample above which the rest lies', () => {
  const samples = Array.from({ length: 200 }, (_, nth) => 200 - nth);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(samples, share))).toEqual([101, 191, 199, 200]);
});
