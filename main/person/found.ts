import type { PersonFound } from '#contract/person.ts';
import type { PersonRow } from '#db/queries/person.ts';
import { standingOf } from '#domain/entitlement.ts';
import { todayAtSite } from '../today.ts';
import type { ReadingDeps } from '../deps.ts';
import { atDesk } from './buyer.ts';

/** Full name as it is searched and compared: first names, then the name in use. */
export const fullName = (row: PersonRow): string => `${row.firstNames} ${row.usedName || row.birthName}`;

/** A person in a list: enough to choose the right one, no more. */
export function personFound(deps: ReadingDeps, row: PersonRow): PersonFound {
  const person = atDesk(deps, row.id);
  const standing = standingOf(person?.buyer ?? null, deps.reference().catalogue.policy, todayAtSite(deps));
  return {
    personId: row.id,
    name: fullName(row),
    birthYear: row.birthYear,
    card: person?.card ?? null,
    standing: standing.kind === 'public' ? 'walk-in-used' : standing.kind,
  };
}
