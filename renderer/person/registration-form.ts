import { type Registration, contactWays, noticeLanguages, qpvAnswers, situations } from '#contract/person.ts';
import { looksLikeNir } from '#domain/identifiers.ts';
import { brandAs } from '#domain/ids.ts';
import { type Day, type Month, yearOf } from '#domain/time.ts';
import { dayFromText, monthFromText } from '../ui/controls/typed-day.ts';

export const birthKinds = ['day', 'month', 'year', 'declared-age', 'unknown'] as const;
export type BirthKind = (typeof birthKinds)[number];
export type NoticeLanguage = (typeof noticeLanguages)[number];
type Answer<T extends readonly string[]> = T[number] | '';

/** The form as it is typed; '' is not said. */
export interface RegistrationForm {
  readonly firstNames: string;
  readonly birthName: string;
  readonly usedName: string;
  readonly birthKind: BirthKind;
  readonly birthText: string;
  readonly phone: string;
  readonly language: string;
  readonly postcode: string;
  readonly municipality: string;
  readonly qpv: (typeof qpvAnswers)[number] | '';
  readonly situation: Answer<typeof situations>;
  readonly contact: Answer<typeof contactWays>;
  readonly noticeLanguage: NoticeLanguage;
  readonly noticeGiven: boolean;
}

export type FormField = keyof RegistrationForm;
export type FieldProblem =
  | 'needed'
  | 'looks-like-nir'
  | 'not-a-date'
  | 'in-future'
  | 'too-old'
  | 'not-a-postcode'
  | 'notice-needed';
export type Problems = Readonly<Partial<Record<FormField, FieldProblem>>>;

/** Of the paper that the person is given; its text is kept with the data-protection papers. */
const noticeVersion = '1';

export const emptyForm: RegistrationForm = {
  firstNames: '',
  birthName: '',
  usedName: '',
  birthKind: 'day',
  birthText: '',
  phone: '',
  language: 'fr',
  postcode: '',
  municipality: '',
  qpv: '',
  situation: '',
  contact: '',
  noticeLanguage: 'fr',
  noticeGiven: false,
};

/** What was typed in a search, put where it most likely belongs: `fatou diallo` is a first name and a name. */
export function formFromText(text: string): RegistrationForm {
  const [first = '', ...rest] = text.trim().split(/\s+/).map(capitalised);
  return rest.length === 0
    ? { ...emptyForm, birthName: first }
    : { ...emptyForm, firstNames: first, birthName: rest.join(' ') };
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A kept draft, whatever wrote it: what does not fit the form is left out. */
export function formFromDraft(draft: unknown): RegistrationForm | null {
  if (typeof draft !== 'object' || draft === null) return null;
  const kept = draft as Readonly<Record<string, unknown>>;
  const texts = Object.entries(emptyForm).map(([field, value]) => [
    field,
    typeof kept[field] === typeof value ? kept[field] : value,
  ]);
  const form = Object.fromEntries(texts) as RegistrationForm;
  return {
    ...form,
    birthKind: oneOf(birthKinds, form.birthKind) ?? 'day',
    qpv: oneOf(qpvAnswers, form.qpv) ?? '',
    situation: oneOf(situations, form.situation) ?? '',
    contact: oneOf(contactWays, form.contact) ?? '',
    noticeLanguage: oneOf(noticeLanguages, form.noticeLanguage) ?? 'fr',
  };
}

const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
  all.find((one) => one === value);

export const isUntouched = (form: RegistrationForm): boolean =>
  JSON.stringify(form) === JSON.stringify(emptyForm);

const typedFields = ['firstNames', 'birthName', 'usedName', 'phone', 'municipality'] as const;

/** What keeps the form from being registered, at its field. Everything but a name may be left unsaid. */
export function problemsOf(form: RegistrationForm, today: Day): Problems {
  const problems: Partial<Record<FormField, FieldProblem>> = {};
  if (form.firstNames.trim() === '') problems.firstNames = 'needed';
  if (form.birthName.trim() === '') problems.birthName = 'needed';
  const birth = birthProblem(form, today);
  if (birth) problems.birthText = birth;
  if (!/^(\d{5})?$/.test(form.postcode.trim())) problems.postcode = 'not-a-postcode';
  if (!form.noticeGiven) problems.noticeGiven = 'notice-needed';
  for (const field of typedFields) if (looksLikeNir(form[field])) problems[field] = 'looks-like-nir';
  return problems;
}

function birthProblem(form: RegistrationForm, today: Day): FieldProblem | null {
  if (form.birthKind === 'unknown') return null;
  if (form.birthText.trim() === '') return 'needed';
  const birth = birthFrom(form, today);
  if (!birth) return 'not-a-date';
  const future =
    (birth.precision === 'day' && birth.day > today) ||
    (birth.precision === 'month' && birth.month > today.slice(0, 7)) ||
    (birth.precision === 'year' && birth.year > yearOf(today));
  if (future) return 'in-future';
  return 'day' in birth || 'month' in birth || 'year' in birth ? tooOld(birth) : null;
}

/** Nobody alive was born before. */
const oldest = '1900';
const tooOld = (birth: Partial<Record<'day' | 'month' | 'year', string | number>>): FieldProblem | null =>
  String(birth.day ?? birth.month ?? birth.year) < oldest ? 'too-old' : null;

function birthFrom(form: RegistrationForm, today: Day): Registration['birth'] | null {
  const text = form.birthText.trim();
  switch (form.birthKind) {
    case 'day': {
      const on = dayFromText(text, yearOf(today));
      return on && { precision: 'day', day: on };
    }
    case 'month': {
      const month = monthFromText(text, yearOf(today));
      return month ? { precision: 'month', month: brandAs<Month>(month) } : null;
    }
    case 'year':
      return /^\d{4}$/.test(text) ? { precision: 'year', year: Number(text) } : null;
    case 'declared-age':
      return /^\d{1,3}$/.test(text) && Number(text) <= 120
        ? { precision: 'declared-age', age: Number(text), on: today }
        : null;
    case 'unknown':
      return { precision: 'unknown' };
  }
}

/** The form as it is registered; null while something is wrong with it. */
export function registrationFrom(form: RegistrationForm, today: Day): Registration | null {
  const birth = birthFrom(form, today);
  if (!birth || Object.keys(problemsOf({ ...form, noticeGiven: true }, today)).length > 0) return null;
  return {
    firstNames: form.firstNames.trim(),
    birthName: form.birthName.trim(),
    usedName: form.usedName.trim(),
    birth,
    phone: form.phone.trim(),
    language: form.language,
    postcode: form.postcode.trim(),
    municipality: form.municipality.trim(),
    qpv: form.qpv === '' ? 'unknown' : form.qpv,
    situation: form.situation === '' ? null : form.situation,
    contact: form.contact === '' ? null : form.contact,
    notice: { version: noticeVersion, language: form.noticeLanguage },
  };
}
