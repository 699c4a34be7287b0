import type { CommonRefusal } from '#contract/form/call.ts';
import type { FieldRefusal, Registration } from '#contract/person.ts';
import type { PersonRow } from '#db/queries/person.ts';
import { looksLikeNir } from '#domain/identifiers.ts';
import type { BirthDate } from '#domain/names.ts';
import { type Day, type Month, yearOf } from '#domain/time.ts';

const typedFields = ['birthName', 'usedName', 'firstNames', 'phone', 'municipality'] as const;

const earliestYear = 1900;

/** Refuses at the field what must never be kept: anything like a social security number, a birth to come. */
export function fieldRefusal(
  registration: Registration,
  today: Day,
): FieldRefusal | Extract<CommonRefusal, { kind: 'bad-input' }> | null {
  for (const field of typedFields)
    if (looksLikeNir(registration[field])) return { kind: 'looks-like-nir', field };
  const { birth } = registration;
  const future =
    (birth.precision === 'day' && birth.day > today) ||
    (birth.precision === 'month' && birth.month > today.slice(0, 7)) ||
    (birth.precision === 'year' && birth.year > yearOf(today)) ||
    (birth.precision === 'declared-age' && birth.on > today);
  if (future) return { kind: 'birth-in-future' };
  // A year typed with a slip, such as 0196.
  const year = birthYearOf(birthOf(registration));
  return year !== null && year < earliestYear ? { kind: 'bad-input', where: ['registration.birth'] } : null;
}

export function birthYearOf(birth: BirthDate): number | null {
  switch (birth.precision) {
    case 'day':
      return yearOf(birth.day);
    case 'month':
      return Number(birth.month.slice(0, 4));
    case 'year':
      return birth.year;
    case 'declared-age':
      return yearOf(birth.on) - birth.age;
    case 'unknown':
      return null;
  }
}

/** The form's birth date as the rules take it: the form's month is already checked. */
export const birthOf = (registration: Registration): BirthDate =>
  registration.birth.precision === 'month'
    ? { precision: 'month', month: registration.birth.month as Month }
    : registration.birth;

/** A stored person as the form showed it. */
export const registrationOf = (row: PersonRow): Registration => ({
  birthName: row.birthName,
  usedName: row.usedName,
  firstNames: row.firstNames,
  birth: row.birth,
  phone: row.phone,
  language: row.language,
  postcode: row.postcode,
  municipality: row.municipality,
  qpv: row.qpv,
  situation: row.situation as Registration['situation'],
  contact: row.contact as Registration['contact'],
  notice: { version: row.noticeVersion, language: row.noticeLanguage as Registration['notice']['language'] },
});
