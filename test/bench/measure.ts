/** One line of the table: what was measured, the bar it must meet, whether it does. */
export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms' | 's';
  readonly bar: { readonly most: number } | { readonly least: number };
  readonly detail: Readonly<Record<string, number>>;
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
