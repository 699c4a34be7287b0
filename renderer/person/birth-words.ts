import type { TFunction } from 'i18next';
import type { Registration } from '#contract/person.ts';
import type { Formats } from '../ui/format.ts';

/** A birth date as far as it is known. */
export function birthWords(birth: Registration['birth'], t: TFunction, say: Formats): string {
  switch (birth.precision) {
    case 'day':
      return say.day(birth.day);
    case 'month':
      return birth.month.split('-').toReversed().join('/');
    case 'year':
      return String(birth.year);
    case 'declared-age':
      return t('person.birthAge', { age: birth.age, day: say.day(birth.on) });
    case 'unknown':
      return t('person.birth.unknown');
  }
}
