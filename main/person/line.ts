import type { PersonRow } from '#db/queries/persons.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { initialsOf } from '#domain/referral-code.ts';
import type { PersonLine } from '#exchange/batch.ts';
import { blindedKey, cardHash } from '#exchange/blinded.ts';
import { phoneticCode } from '#domain/phonetic.ts';
import { exactSearchKey } from '#domain/names.ts';
import type { Deps } from '../deps.ts';

/** What headquarters learns of a person: never a name, a phone or a full birth date. */
export function personLine(deps: Deps, row: PersonRow, prescriberId: PrescriberId | null): PersonLine {
  const surname = row.usedName || row.birthName;
  const card = deps.store.activeCardOf(row.id);
  const { key } = deps.reference().body.yearlyKey;
  const phonetic = phoneticCode(exactSearchKey(row.birthName)) + phoneticCode(exactSearchKey(row.firstNames));
  return {
    t: 'person',
    personId: row.id,
    cardHash: card ? cardHash(card) : null,
    initials: initialsOf(row.firstNames, surname),
    birthYear: row.birthYear,
    language: row.language || null,
    postcode: row.postcode || null,
    municipality: row.municipality || null,
    qpv: row.qpv,
    prescriberId,
    blindedKey: row.birthYear === null ? null : blindedKey(key, row.birthYear, phonetic),
  };
}
