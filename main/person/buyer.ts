import type { Usage } from '#domain/cap.ts';
import type { Buyer, Entitlement } from '#domain/entitlement.ts';
import { type EntitlementId, type MemberCard, type PersonId, brandAs } from '#domain/ids.ts';
import { cardHash } from '#exchange/blinded.ts';
import type { PersonRow } from '#db/queries/person.ts';
import type { ReadingDeps } from '../deps.ts';

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
  const usage = taken.map((one): Usage => ({
    personId,
    family: one.family,
    units: one.units,
    referenceCents: one.referenceCents,
    on: one.onDay,
    forHousehold: one.forHousehold,
    replacement: one.replacement,
  }));
  const walkInUnits = taken.filter((one) => one.walkIn).reduce((sum, one) => sum + one.units, 0);
  if (row) return registered(deps, row, usage, walkInUnits);
  return fromNetwork(deps, personId, usage, walkInUnits);
}

function registered(deps: ReadingDeps, row: PersonRow, usage: readonly Usage[], walkInUnits: number): AtDesk {
  const household = row.householdId
    ? deps.store.usageOfHousehold(row.householdId, row.id).map((one): Usage => ({ ...one, on: one.onDay }))
    : [];
  const entitlements = deps.store.windowsOf(row.id).map((one): Entitlement => ({
    id: one.id,
    personId: row.id,
    from: one.fromDay,
    until: one.untilDay,
    policyVersion: one.policyVersion,
    families: one.families,
    referralKey: one.referralKey,
    renewal: one.renewal,
  }));
  return {
    personId: row.id,
    buyer: { personId: row.id, entitlements, walkInUnits },
    usage: [...withNetwork(deps, row.id, usage), ...household],
    firstName: row.firstNames,
    initial: (row.usedName || row.birthName).slice(0, 1).toUpperCase(),
    card: deps.store.activeCardOf(row.id) ?? null,
    row,
  };
}

function fromNetwork(
  deps: ReadingDeps,
  personId: PersonId,
  usage: readonly Usage[],
  walkInUnits: number,
): AtDesk | undefined {
  const { cardsByPerson, catalogue } = deps.reference();
  const known = cardsByPerson.get(personId);
  if (!known) return undefined;
  const window: Entitlement[] = known.window
    ? [
        {
          id: brandAs<EntitlementId>(`network:${personId}`),
          personId,
          ...known.window,
          policyVersion: catalogue.policy.version,
          families: '*',
          referralKey: 'network',
          renewal: 0,
        },
      ]
    : [];
  return {
    personId,
    buyer: { personId, entitlements: window, walkInUnits },
    usage: withNetwork(deps, personId, usage),
    firstName: known.initials.slice(0, 1),
    initial: known.initials.slice(1, 2),
    card: null,
    row: null,
  };
}

/**
 * What was taken here and, as far as the reference knows, at other points. Its list also holds what this point sent
 * up: of two equal rows, one here and one there, one counts.
 */
function withNetwork(deps: ReadingDeps, personId: PersonId, here: readonly Usage[]): Usage[] {
  const known = deps.reference().cardsByPerson.get(personId)?.usage ?? [];
  const sent = new Map<string, number>();
  for (const one of here) sent.set(sameAs(one), (sent.get(sameAs(one)) ?? 0) + 1);
  const elsewhere = known.filter((one) => {
    const left = sent.get(sameAs(one)) ?? 0;
    if (left > 0) sent.set(sameAs(one), left - 1);
    return left === 0;
  });
  return [...here, ...elsewhere.map((one): Usage => ({ personId, ...one }))];
}

const sameAs = (one: Omit<Usage, 'personId'>): string =>
  [one.family, one.units, one.referenceCents, one.on, one.forHousehold, one.replacement].join(' ');

/** Person of a card: given here, or somewhere in the network. */
export function personOfCard(deps: ReadingDeps, card: MemberCard): PersonId | null {
  // A card of ours that was replaced opens nothing, even while the network's list still names it.
  if (deps.store.cardExists(card)) return deps.store.personOfCard(card) ?? null;
  return deps.reference().cardsByHash.get(cardHash(card))?.networkId ?? null;
}
