import type { ClosingView } from '#contract/closing.ts';

export const closingFilters = ['all', 'session', 'day', 'month', 'year'] as const;
export type ClosingFilter = (typeof closingFilters)[number];

/** How many are drawn before one asks for more: years of closings would slow an old computer. */
export const shownAtOnce = 60;

/** Newest first, by their number in the journal: a clock may have been wrong. */
export const closingsOf = (closings: readonly ClosingView[], filter: ClosingFilter): readonly ClosingView[] =>
  closings
    .filter((one) => filter === 'all' || one.type === filter)
    .toSorted((one, other) => other.seq - one.seq);
