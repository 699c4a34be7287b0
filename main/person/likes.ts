import type { Registration } from '#contract/person.ts';
import type { PersonRow } from '#db/queries/person.ts';
import { likeness } from '#domain/names.ts';
import type { Deps } from '../deps.ts';
import { birthOf } from './registration.ts';

export interface Likes {
  readonly probablySame: readonly PersonRow[];
  readonly maybe: readonly PersonRow[];
}

const drawn = 60;

/**
 * People who may be the one on the form. Drawn from the search index by each family name and by first names, then
 * compared two by two.
 */
export function likesOf(deps: Deps, registration: Registration): Likes {
  const { store } = deps;
  const { birthName, usedName, firstNames } = registration;
  // Whole names first: of a hundred people called Diallo, the sixty drawn by that word alone may leave the one out.
  const names = [
    `${birthName} ${firstNames}`,
    ...(usedName === '' ? [] : [`${usedName} ${firstNames}`, usedName]),
    birthName,
    firstNames,
  ];
  const rows = new Map<string, PersonRow>();
  for (const name of names) for (const row of store.searchPersons(name, null, drawn)) rows.set(row.id, row);
  const asked = {
    birthName: registration.birthName,
    usedName: registration.usedName || null,
    firstNames: registration.firstNames,
    birth: birthOf(registration),
    phone: registration.phone || null,
  };
  const judged = [...rows.values()].map((row) => ({
    row,
    likeness: likeness(asked, { ...row, usedName: row.usedName || null, phone: row.phone || null }),
  }));
  return {
    probablySame: judged.filter((one) => one.likeness === 'probably-same').map((one) => one.row),
    maybe: judged.filter((one) => one.likeness === 'maybe').map((one) => one.row),
  };
}
