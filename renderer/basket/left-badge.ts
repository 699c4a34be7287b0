import type { Left } from '#domain/cap.ts';

export type BadgeTone = 'good' | 'warn' | 'off';

/** What is left of a family after this basket, as one short mention. */
export type Badge =
  | { readonly kind: 'credit'; readonly tone: BadgeTone }
  | { readonly kind: 'still'; readonly tone: BadgeTone }
  | { readonly kind: 'possible'; readonly tone: BadgeTone }
  | { readonly kind: 'in-basket'; readonly tone: BadgeTone }
  | { readonly kind: 'taken-on'; readonly tone: BadgeTone }
  | { readonly kind: 'none'; readonly tone: BadgeTone };

export function badgeOf(left: Left): Badge {
  if (left.kind === 'cents') return { kind: 'credit', tone: left.after < left.max ? 'warn' : 'good' };
  if (left.after > 0) return { kind: left.per === 'window' ? 'possible' : 'still', tone: 'good' };
  if (left.before > 0) return { kind: 'in-basket', tone: 'off' };
  return left.lastTakenOn === null ? { kind: 'none', tone: 'off' } : { kind: 'taken-on', tone: 'off' };
}

/** The two groups of the person's panel: what comes back each month, and what the rights hold once. */
export function groupsOf(all: readonly Left[]): {
  readonly month: readonly Left[];
  readonly rights: readonly Left[];
} {
  return {
    month: all.filter((left) => left.per !== 'window'),
    rights: all.filter((left) => left.per === 'window'),
  };
}
