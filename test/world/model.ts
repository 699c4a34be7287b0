import type { Day } from '#domain/time.ts';

/** What a person has done, as a child would write it down: no windows by site, no records, no order of arrival. */
export interface ModelPerson {
  readonly windows: {
    readonly id: string;
    readonly from: Day;
    readonly topUps: boolean;
    takenBack: boolean;
  }[];
  /** Top-ups that are theirs now, by their value. */
  readonly bought: { readonly on: Day; readonly referenceCents: number; readonly walkIn: boolean }[];
}

const topUpsAMonthCents = 3_000;

/** How somebody stands on a day, and what top-ups are left to them; null where their referral gives none. */
export function standsAs(
  person: ModelPerson,
  today: Day,
): { readonly standing: string; readonly topUps: number | null } {
  const holding = person.windows.filter((one) => !one.takenBack);
  const first = holding.find((one) => one.from <= today);
  if (!first) {
    if (holding.length > 0) return { standing: 'not-open', topUps: null };
    const used = person.bought.some((one) => one.walkIn);
    return { standing: used ? 'walk-in-used' : 'walk-in', topUps: null };
  }
  const month = today.slice(0, 7);
  const taken = person.bought
    .filter((one) => one.on.startsWith(month))
    .reduce((sum, one) => sum + one.referenceCents, 0);
  // More may have been taken at two points before either heard of the other: nothing is left then.
  const left = Math.max(0, topUpsAMonthCents - taken);
  return { standing: 'entitled', topUps: first.topUps ? left : null };
}
