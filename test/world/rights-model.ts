import type { Day } from '#domain/time.ts';

/** What a person has done, as a child would write it down: no windows by site, no records, no order of arrival. */
export interface ModelPerson {
  readonly windows: ModelWindow[];
  /** What is theirs now. */
  readonly bought: ModelEntry[];
}

export interface ModelWindow {
  readonly id: string;
  /** The paper that opened it. */
  readonly code: string;
  readonly from: Day;
  /** Whether its referral gives more than a SIM card. */
  readonly everything: boolean;
  takenBack: boolean;
}

export interface ModelEntry {
  readonly on: Day;
  readonly family: 'sim' | 'topup' | 'data';
  readonly referenceCents: number;
  readonly forHousehold: boolean;
  readonly walkIn: boolean;
}

export interface ModelStanding {
  readonly standing: string;
  /** Whether top-ups are theirs to take. */
  readonly topUps: boolean;
  readonly left: Readonly<Record<string, number>>;
}

const topUpsAMonthCents = 3_000;
const dataAMonth = 2;

/** How somebody stands on a day, and what is left to them while they hold rights. */
export function standsAs(person: ModelPerson, today: Day): ModelStanding {
  const holding = person.windows.filter((one) => !one.takenBack);
  const running = holding.filter((one) => one.from <= today);
  if (running.length === 0) {
    if (holding.length > 0) return { standing: 'not-open', topUps: false, left: {} };
    const used = person.bought.some((one) => one.walkIn);
    return { standing: used ? 'walk-in-used' : 'walk-in', topUps: !used, left: {} };
  }
  const from =
    running
      .map((one) => one.from)
      .toSorted()
      .at(-1) ?? today;
  const thisMonth = person.bought.filter((one) => one.on.startsWith(today.slice(0, 7)));
  const topUps = thisMonth.filter((one) => one.family === 'topup');
  const data = thisMonth.filter((one) => one.family === 'data' && !one.forHousehold);
  const sims = person.bought.filter((one) => one.family === 'sim' && one.on >= from);
  // More may have been taken at two points before either heard of the other: nothing is left then.
  const upTo = (max: number, taken: number): number => Math.max(0, max - taken);
  return {
    standing: 'entitled',
    topUps: running.some((one) => one.from === from && one.everything),
    left: {
      sim: upTo(1, sims.length),
      topup: upTo(
        topUpsAMonthCents,
        topUps.reduce((sum, one) => sum + one.referenceCents, 0),
      ),
      data: upTo(dataAMonth, data.length),
    },
  };
}
