import type { PersonRow } from '#db/queries/person.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { initialsOf } from '#domain/referral-code.ts';
import type { PersonLine } from '#exchange/batch-line.ts';
import { yearlyKeyOf } from '#exchange/reference.ts';
import { personKey } from '#exchange/blinded.ts';
import { phoneticCode } from '#domain/phonetic.ts';
import { exactSearchKey } from '#domain/names.ts';
import type { Deps } from '../deps.ts';

/** What headquarters learns of a person: never a name, a phone or a full birth date. */
export function personLine(deps: Deps, row: PersonRow, prescriberId: PrescriberId | null): PersonLine {
  const surname = row.usedName || row.birthName;
  const phonetic = phoneticCode(exactSearchKey(row.birthName)) + phoneticCode(exactSearchKey(row.firstNames));
  return {
    t: 'person',
    personId: row.id,
    initials: initialsOf(row.firstNames, surname),
    birthYear: isLikely(row.birthYear) ? row.birthYear : null,
    language: row.language || null,
    postcode: row.postcode || null,
    municipality: row.municipality || null,
    qpv: row.qpv,
    prescriberId,
    blindedKey:
      row.birthYear === null ? null : personKey(yearlyKeyOf(deps.reference().body), row.birthYear, phonetic),
  };
}

/** A year out of these bounds is a slip: a batch that held it could not be read. */
const isLikely = (year: number | null): boolean => year !== null && year >= 1850 && year <= 2200;
