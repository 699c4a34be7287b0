import type { Cap, CapPeriod, Catalogue, Family, ReplacementReason } from './catalogue.ts';
import type { Entitlement } from './entitlement.ts';
import { type FamilyId, type PersonId, brandAs } from './ids.ts';
import { type Cents, cents } from './money.ts';
import { type Day, addDays, firstDayOfNextMonth, lastDayOfMonth, monthOf } from './time.ts';

/** What somebody took of a family on a day; a return gives it back with negative numbers on the original day. */
export interface Usage {
  readonly personId: PersonId;
  readonly family: FamilyId;
  readonly units: number;
  readonly referenceCents: Cents;
  readonly on: Day;
  readonly forHousehold: boolean;
  readonly replacement: ReplacementReason | null;
}

export interface CapPeriodDays {
  readonly from: Day;
  readonly until: Day | null;
  /** First day on which what was taken now counts no more; null when it counts to the end of the rights. */
  readonly renewsOn: Day | null;
}

/** What a cap leaves of a family. `kind` says whether the numbers are units or cents of market value. */
export interface Left {
  readonly family: FamilyId;
  readonly label: string;
  readonly kind: 'units' | 'cents';
  readonly per: CapPeriod;
  readonly max: number;
  readonly before: number;
  readonly after: number;
  readonly lastTakenOn: Day | null;
  readonly renewsOn: Day | null;
}

/** Days over which a cap counts on `on`; null for a window cap of somebody without a window. */
export function periodOf(per: CapPeriod, on: Day, window: Entitlement | null): CapPeriodDays | null {
  if (per === 'calendar-month') {
    const from = brandAs<Day>(`${monthOf(on)}-01`);
    return { from, until: lastDayOfMonth(on), renewsOn: firstDayOfNextMonth(on) };
  }
  if (per === 'window') return window && { from: window.from, until: window.until, renewsOn: null };
  const days = Number(per.split('-')[1]);
  return { from: addDays(on, 1 - days), until: on, renewsOn: null };
}

/** Whether a usage counts in the caps of this person: own lines, and the household's where the cap is shared. */
export function countsFor(
  cap: Cap,
  usage: Pick<Usage, 'personId' | 'forHousehold'>,
  person: PersonId,
): boolean {
  if (cap.who === 'household') return true;
  return usage.personId === person && (!usage.forHousehold || cap.householdLines === 'counted');
}

export interface Taken {
  readonly units: number;
  readonly referenceCents: number;
  readonly lastOn: Day | null;
  readonly firstOn: Day | null;
}

/** Sum of what was taken of a family over a period, by whom the cap counts. */
export function takenOf(
  usage: readonly Usage[],
  rule: { readonly cap: Cap; readonly family: FamilyId; readonly replacements: boolean },
  period: CapPeriodDays,
  person: PersonId,
): Taken {
  let units = 0;
  let referenceCents = 0;
  const unitsByDay = new Map<Day, number>();
  for (const one of usage) {
    if (one.family !== rule.family || (one.replacement !== null) !== rule.replacements) continue;
    if (one.on < period.from || (period.until !== null && one.on > period.until)) continue;
    if (!countsFor(rule.cap, one, person)) continue;
    units += one.units;
    referenceCents += one.referenceCents;
    unitsByDay.set(one.on, (unitsByDay.get(one.on) ?? 0) + one.units);
  }
  return { units, referenceCents, ...daysStillHad(unitsByDay) };
}

/** First and last day of which something was not given back. */
function daysStillHad(unitsByDay: ReadonlyMap<Day, number>): Pick<Taken, 'firstOn' | 'lastOn'> {
  let firstOn: Day | null = null;
  let lastOn: Day | null = null;
  for (const [on, units] of unitsByDay) {
    if (units <= 0) continue;
    if (lastOn === null || on > lastOn) lastOn = on;
    if (firstOn === null || on < firstOn) firstOn = on;
  }
  return { firstOn, lastOn };
}

/** What a capped family leaves before any basket; null where the family has no cap or no period applies. */
export function leftOf(
  family: Family,
  usage: readonly Usage[],
  buyer: { readonly personId: PersonId; readonly window: Entitlement | null },
  on: Day,
): Left | null {
  const { cap } = family;
  const period = cap && periodOf(cap.per, on, buyer.window);
  if (!cap || !period) return null;
  const rule = { cap, family: family.id, replacements: false };
  const taken = takenOf(usage, rule, period, buyer.personId);
  const inUnits = cap.maxUnits !== undefined;
  const max = cap.maxUnits ?? cap.maxReferenceCents ?? 0;
  const before = Math.max(0, max - (inUnits ? taken.units : taken.referenceCents));
  const rolling = cap.per.startsWith('rolling-') && taken.firstOn;
  return {
    family: family.id,
    label: family.label,
    kind: inUnits ? 'units' : 'cents',
    per: cap.per,
    max,
    before,
    after: before,
    lastTakenOn: taken.lastOn,
    renewsOn: rolling ? addDays(rolling, Number(cap.per.split('-')[1])) : period.renewsOn,
  };
}

/** What every capped family leaves, in the catalogue's order. */
export const leftOfAll = (
  catalogue: Catalogue,
  usage: readonly Usage[],
  buyer: { readonly personId: PersonId; readonly window: Entitlement | null },
  on: Day,
): Left[] =>
  catalogue.families.map((family) => leftOf(family, usage, buyer, on)).filter((left) => left !== null);

/** Replacements (lost, stolen, faulty) still possible in a family. */
export function replacementsLeft(
  family: Family,
  usage: readonly Usage[],
  buyer: { readonly personId: PersonId; readonly window: Entitlement | null },
  on: Day,
): { readonly left: number; readonly renewsOn: Day | null } {
  const { cap } = family;
  const period = cap?.replacements && periodOf(cap.replacements.per, on, buyer.window);
  if (!cap?.replacements || !period) return { left: 0, renewsOn: null };
  const taken = takenOf(usage, { cap, family: family.id, replacements: true }, period, buyer.personId);
  const rolling = cap.replacements.per.startsWith('rolling-') && taken.firstOn;
  const renewsOn = rolling ? addDays(rolling, Number(cap.replacements.per.split('-')[1])) : period.renewsOn;
  return { left: Math.max(0, cap.replacements.max - taken.units), renewsOn };
}

export const capAmount = (left: Pick<Left, 'kind'>, units: number, referenceCents: Cents): number =>
  left.kind === 'units' ? units : cents(units * referenceCents);
