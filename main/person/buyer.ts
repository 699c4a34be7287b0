import type { Usage } from '#domain/cap.ts';
import type { Buyer, Entitlement } from '#domain/entitlement.ts';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import type { PersonRow } from '#db/queries/person.ts';
import type { ReadingDeps } from '../deps.ts';
import type { KnownElsewhere } from '../network/cards-in-hand.ts';

/** A person at the desk: registered here, or known by a card of the network. */
export interface AtDesk {
  readonly personId: PersonId;
  readonly buyer: Buyer;
  readonly usage: readonly Usage[];
  readonly firstName: string;
  readonly initial: string;
  readonly card: MemberCard | null;
  readonly row: PersonRow | null;
}

/** What the rules need to know of a person; undefined when neither this point nor the network knows them. */
export function atDesk(deps: ReadingDeps, personId: PersonId): AtDesk | undefined {
  const row = deps.store.personById(personId);
  const taken = deps.store.usageOf(personId);
  const usage = taken.map((one): Taken => ({
    personId,
    family: one.family,
    units: one.units,
    referenceCents: one.referenceCents,
    on: one.onDay,
    forHousehold: one.forHousehold,
    replacement: one.replacement,
    walkIn: one.walkIn,
  }));
  return row ? registered(deps, row, usage) : fromNetwork(deps, personId, usage);
}

/** What was taken, and whether as a walk-in. */
interface Taken extends Usage {
  readonly walkIn: boolean;
}

function registered(deps: ReadingDeps, row: PersonRow, usage: readonly Taken[]): AtDesk {
  const household = row.householdId
    ? deps.store.usageOfHousehold(row.householdId, row.id).map((one): Usage => ({ ...one, on: one.onDay }))
    : [];
  const windows = deps.store.windowsOf(row.id).map((one): Entitlement => ({
    id: one.id,
    personId: row.id,
    from: one.fromDay,
    until: one.untilDay,
    policyVersion: one.policyVersion,
    families: one.families,
    referralKey: one.referralKey,
    renewal: one.renewal,
  }));
  const card = deps.store.activeCardOf(row.id)?.card ?? null;
  const known = deps.cards.of(row.id, card);
  const own = { personId: row.id, windows, usage };
  const all = known ? withNetwork(known, own) : own;
  return {
    personId: row.id,
    buyer: buyerOf(all),
    usage: [...all.usage, ...household],
    firstName: row.firstNames,
    initial: (row.usedName || row.birthName).slice(0, 1).toUpperCase(),
    card,
    row,
  };
}

const buyerOf = ({ personId, windows, usage }: Own): Buyer => ({
  personId,
  entitlements: windows,
  walkInUnits: usage.filter((one) => one.walkIn).reduce((sum, one) => sum + one.units, 0),
});

function fromNetwork(deps: ReadingDeps, personId: PersonId, usage: readonly Taken[]): AtDesk | undefined {
  const known = deps.cards.of(personId, null);
  if (!known) return undefined;
  const all = withNetwork(known, { personId, windows: [], usage });
  return {
    personId,
    buyer: buyerOf(all),
    usage: all.usage,
    firstName: known.initials.slice(0, 1),
    initial: known.initials.slice(1, 2),
    card: null,
    row: null,
  };
}

const windowsOf = ({ windows }: KnownElsewhere, personId: PersonId): Entitlement[] =>
  windows.map((window) => ({ ...window, personId, referralKey: 'network' }));

/**
 * What was taken here and at other points. 0.1 also told a point what it had sent up: of two equal rows, one here and one
 * there, one counts.
 */
function withNetwork(known: KnownElsewhere, own: Own): Own {
  const { personId } = own;
  const windows = windowsOf(known, personId);
  const usage = known.usage.map((one): Taken => ({ personId, ...one }));
  return {
    personId,
    windows: [...own.windows, ...(known.withOwn ? without(windows, own.windows, windowKey) : windows)],
    usage: [...own.usage, ...(known.withOwn ? without(usage, own.usage, usageKey) : usage)],
  };
}

interface Own {
  readonly personId: PersonId;
  readonly windows: readonly Entitlement[];
  readonly usage: readonly Taken[];
}

/** Takes as many of each kind out of a list as there are of it in another. */
function without<T>(list: readonly T[], others: readonly T[], keyOf: (one: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return list.filter((one) => {
    const left = counts.get(keyOf(one)) ?? 0;
    if (left > 0) counts.set(keyOf(one), left - 1);
    return left === 0;
  });
}

const windowKey = ({ from, until }: Entitlement): string => `${from} ${until}`;
const usageKey = (one: Taken): string =>
  [one.family, one.units, one.referenceCents, one.on, one.forHousehold, one.replacement].join(' ');

/**
 * Person of a card: given here, or somewhere in the network. `replaced` opens nothing and is nobody's any more, null was
 * never given. Slow for a card of another point.
 */
export async function personOfCard(
  deps: ReadingDeps,
  card: MemberCard,
): Promise<PersonId | 'replaced' | null> {
  // A card of ours that was replaced opens nothing, even while the network's list still names it.
  if (deps.store.cardExists(card)) return deps.store.personOfCard(card) ?? 'replaced';
  const known = await deps.cards.open(card);
  return known === null || known === 'replaced' ? known : known.networkId;
}
