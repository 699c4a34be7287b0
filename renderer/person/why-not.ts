import type { TFunction } from 'i18next';
import type { FormField, Problems } from './registration-form.ts';

const order = [
  'firstNames',
  'birthName',
  'usedName',
  'birthText',
  'phone',
  'postcode',
  'municipality',
  'noticeGiven',
] as const satisfies readonly FormField[];

/** The first thing that keeps the form from being registered, in a few words beside the button. */
export function whyNot(problems: Problems, t: TFunction): string | null {
  const field = order.find((one) => problems[one]);
  const problem = field && problems[field];
  if (!field || !problem) return null;
  if (problem === 'needed' && field !== 'noticeGiven')
    return t('person.form.missing', { field: t(`person.form.${field}`) });
  return t(`person.problems.${problem}`);
}
