/** One line of the table: what was measured, the bar it must meet, whether it does. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms' | 's' | 'MB';
  readonly bar: Bar;
  /** Of a comparison: where the middle half of its blocks lies. */
  readonly spread?: Spread;
  readonly detail: Readonly<Record<string, number>>;
}

export type Bar = { readonly most: number } | { readonly least: number };

export interface Spread {
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly blocks: number;
}

export const meets = ({ value, bar }: Measured): boolean =>
  'most' in bar ? value <= bar.most : value >= bar.least;

/** Value under which `share` of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export async function timedMs(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

// How two things are compared, in every measure that compares:
//
// A machine that does something else slows whatever runs just then. So the two take turns, one directly beside the
// other, and the order alternates, so that neither always pays for what the other left behind (a checkpoint, a
// collection of garbage). Turns make blocks. Within a block the same percentile of both is taken, because the tail of
// one is only like the tail of the other, not like its middle; their ratio is one answer. The answer of the measure is
// the median of those over all blocks: a disturbance would have to spoil half of the blocks, and spoil one side more
// than its neighbour, to move it. The quartiles over the blocks say how far it can be believed.

/** What one side needed, block by block. */
export type Blocks = readonly (readonly number[])[];

/** One turn of a side: a sample, or the samples of a few runs that would cost too much to alternate one by one. */
export type Turn = (nth: number) => Promise<number | readonly number[]>;

export interface Turns {
  readonly blocks: number;
  readonly turnsABlock: number;
  /** Turns before the first block, which count for nothing. */
  readonly warmUp: number;
}

/** Every side in turn. Of three, the one in the middle is directly beside each of the others. */
export async function inTurns<Side extends string>(
  sides: Readonly<Record<Side, Turn>>,
  { blocks, turnsABlock, warmUp }: Turns,
): Promise<Readonly<Record<Side, Blocks>>> {
  const names = Object.keys(sides) as Side[];
  const samples = Object.fromEntries(
    names.map((name) => [name, Array.from({ length: blocks }, (): number[] => [])]),
  ) as Record<Side, number[][]>;
  for (let nth = 0; nth < warmUp + blocks * turnsABlock; nth += 1)
    for (const name of nth % 2 === 0 ? names : names.toReversed()) {
      const took = await sides[name](nth);
      const block = samples[name][Math.floor((nth - warmUp) / turnsABlock)];
      block?.push(...(typeof took === 'number' ? [took] : took));
    }
  return samples;
}

/**
 * How ours stands to its reference: `ratio` of what they need, `speed` of ours as a share of the reference's, or the
 * `difference` in milliseconds.
 */
const relations = {
  ratio: (ours: number, reference: number) => ours / reference,
  speed: (ours: number, reference: number) => reference / ours,
  difference: (ours: number, reference: number) => ours - reference,
} as const;

export interface Comparison {
  readonly what: string;
  readonly ours: Blocks;
  readonly reference: Blocks;
  /** The percentile that is compared. */
  readonly share: number;
  readonly bar: Bar;
  readonly as?: keyof typeof relations;
  readonly detail?: Readonly<Record<string, number>>;
}

export function compared(one: Comparison): Measured {
  const { ours, reference, share, as = 'ratio' } = one;
  const answers = ours.map((block, at) =>
    relations[as](percentile(block, share), percentile(reference[at] ?? [], share)),
  );
  return {
    what: one.what,
    value: percentile(answers, 0.5),
    unit: as === 'difference' ? 'ms' : 'ratio',
    bar: one.bar,
    spread: {
      lowerQuartile: percentile(answers, 0.25),
      upperQuartile: percentile(answers, 0.75),
      blocks: answers.length,
    },
    detail: {
      ours: percentile(ours.flat(), share),
      reference: percentile(reference.flat(), share),
      samples: ours.flat().length,
      ...one.detail,
    },
  };
}

/** A percentile of samples in milliseconds against a bar that stands for itself. */
export const sampled = (
  what: string,
  samples: readonly number[],
  { share, mostMs }: { readonly share: number; readonly mostMs: number },
): Measured => ({
  what,
  value: percentile(samples, share),
  unit: 'ms',
  bar: { most: mostMs },
  detail: { p50: percentile(samples, 0.5), most: Math.max(...samples), samples: samples.length },
});
