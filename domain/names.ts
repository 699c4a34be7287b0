import { jaroWinkler, oneSpelling, phoneticCode } from './phonetic.ts';
import { assertNever } from './result.ts';
import type { Day, Month } from './time.ts';

export type BirthDate =
  | { readonly precision: 'day'; readonly day: Day }
  | { readonly precision: 'month'; readonly month: Month }
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'declared-age'; readonly age: number; readonly on: Day }
  | { readonly precision: 'unknown' };

export type NamesLike = {
  readonly birthName: string;
  readonly usedName: string | null;
  readonly firstNames: string;
};
export type PersonLike = NamesLike & { readonly birth: BirthDate; readonly phone: string | null };
export type Likeness = 'probably-same' | 'maybe' | 'different';

/** Stands before a phonetic code in an index: no name has this letter, nobody types it, every tokenizer keeps it. */
export const phoneticMarker = '\u0298';

const ligatures: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** Lower case without accents or ligatures; what is neither a letter nor a digit becomes one space. Idempotent. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f]/g, '')
    .replace(/[œæßøłđðþı]/g, (letter) => ligatures.get(letter) ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a name, normalised, letters only: a digit in a name is a slip, and in a search a year or a phone. */
export const nameTokens = (text: string): string[] =>
  normaliseName(text)
    .replaceAll(phoneticMarker, ' ')
    .split(/[\s\p{N}]+/u)
    .filter((token) => token !== '');

/** All words of a name as one: `Le Goff` and `LEGOFF` give `legoff`, which ranks exact surnames first. */
export const exactSearchKey = (name: string): string => nameTokens(name).join('');

/**
 * Whether two names may be one, spelt differently: equal once joined, one holding all words of the other, a known
 * transliteration, or alike in letters and equal in sound. Up to three letters, only equal ones are.
 */
export function sameName(a: string, b: string): boolean {
  const [first, second] = [exactSearchKey(a), exactSearchKey(b)];
  if (first === second) return true;
  if (first.length <= 3 || second.length <= 3) return false;
  if (spellingKey(a) === spellingKey(b)) return true;
  if (oneHoldsOther(a, b)) return true;
  return phoneticCode(first) === phoneticCode(second) && jaroWinkler(first, second) >= 0.84;
}

const spellingKey = (name: string): string => oneSpelling(nameTokens(name).map(oneSpelling).join(''));

function oneHoldsOther(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) => new Set(nameTokens(name).map(oneSpelling)));
  if (!first || !second) return false;
  return [...first].every((word) => second.has(word)) || [...second].every((word) => first.has(word));
}

/**
 * `probably-same`: one family name (birth or used) and the first names agree, with a compatible birth date or the
 * same phone. `maybe`: the birth date is unknown, a short name only stands among the words of the other, names are
 * the other way round, or the phone and one name agree. Nothing is ever merged on this.
 */
export function likeness(a: PersonLike, b: PersonLike): Likeness {
  const samePhone = phoneKey(a.phone) !== '' && phoneKey(a.phone) === phoneKey(b.phone);
  const birth = birthAgreement(a.birth, b.birth);
  const family = anyAgree(sameName, familyNames(a), familyNames(b));
  const first = anyAgree(sameName, [a.firstNames], [b.firstNames]);
  if (family && first && (samePhone || birth === 'compatible')) return 'probably-same';
  if (samePhone && (family || first)) return 'maybe';
  if (birth === 'incompatible') return 'different';
  return weaklyNamed(a, b) ? 'maybe' : 'different';
}

const weaklyNamed = (a: NamesLike, b: NamesLike): boolean =>
  (anyAgree(nearName, familyNames(a), familyNames(b)) &&
    anyAgree(nearName, [a.firstNames], [b.firstNames])) ||
  (anyAgree(sameName, familyNames(a), [b.firstNames]) && anyAgree(sameName, [a.firstNames], familyNames(b)));

/** The same-name rule without its care for short names: `Awa` stands among the words of `Awa Mariam`. */
const nearName = (a: string, b: string): boolean => sameName(a, b) || oneHoldsOther(a, b);

const familyNames = (person: NamesLike): string[] => [person.birthName, person.usedName ?? ''];

const anyAgree = (
  agree: (name: string, other: string) => boolean,
  some: readonly string[],
  others: readonly string[],
): boolean => some.filter(isGiven).some((name) => others.filter(isGiven).some((other) => agree(name, other)));

const isGiven = (name: string): boolean => exactSearchKey(name) !== '';

/** `+33 6…`, `0033 6…` and `06…` are one number. */
const phoneKey = (phone: string | null): string =>
  (phone ?? '').replace(/\D/g, '').replace(/^(?:00)?330?(?=[1-9]\d{8}$)/, '0');

function birthAgreement(a: BirthDate, b: BirthDate): 'compatible' | 'incompatible' | 'unknown' {
  const [first, second] = [birthSpan(a), birthSpan(b)];
  if (!first || !second) return 'unknown';
  return first[0] <= second[1] && second[0] <= first[1] ? 'compatible' : 'incompatible';
}

/** First and last possible day of birth; 1 January and 31 December are what registers write for a bare year. */
function birthSpan(birth: BirthDate): readonly [string, string] | null {
  switch (birth.precision) {
    case 'day': {
      const bareYear = /-(?:01-01|12-31)$/.test(birth.day);
      return bareYear ? yearSpan(Number(birth.day.slice(0, 4))) : [birth.day, birth.day];
    }
    case 'month':
      return [`${birth.month}-01`, `${birth.month}-31`];
    case 'year':
      return yearSpan(birth.year);
    case 'declared-age': {
      const year = Number(birth.on.slice(0, 4)) - birth.age;
      return [`${year - 1}${birth.on.slice(4)}`, `${year}${birth.on.slice(4)}`];
    }
    case 'unknown':
      return null;
    default:
      return assertNever(birth);
  }
}

const yearSpan = (year: number): readonly [string, string] => [`${year}-01-01`, `${year}-12-31`];

/** The words to index of a person; a `phonetic` one carries its marker, so all three may share one index. */
export function searchTokens(person: NamesLike): {
  readonly surname: string[];
  readonly given: string[];
  readonly phonetic: string[];
} {
  const surname = wordsOf(familyNames(person));
  const given = wordsOf([person.firstNames]);
  return { surname, given, phonetic: [...new Set([...surname, ...given].map(phoneticToken))] };
}

/** Each word typed in a search: found as the start of an indexed word, or as an indexed `phonetic` word, whole. */
export const queryTokens = (text: string): { readonly prefix: string; readonly phonetic: string }[] =>
  nameTokens(text).map((token) => ({ prefix: token, phonetic: phoneticToken(token) }));

const phoneticToken = (token: string): string => phoneticMarker + phoneticCode(oneSpelling(token));

/** The words of each name and the name as one word: `Le Goff` is also found by `legoff`. */
const wordsOf = (names: readonly string[]): string[] => [
  ...new Set(
    names.flatMap((name) => [...nameTokens(name), exactSearchKey(name)]).filter((word) => word !== ''),
  ),
];
