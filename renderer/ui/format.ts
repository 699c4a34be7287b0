import type { Family } from '#domain/catalogue.ts';
import { type Cents, euros } from '#domain/money.ts';
import type { Day, Instant, Month } from '#domain/time.ts';
import type { Language } from '../messages/i18n.ts';

/** How days, times and money are written in a language, at a site. */
export interface Formats {
  readonly language: Language;
  /** `5,00 €` */
  readonly money: (amount: Cents) => string;
  /** `5 €`, cents only where there are some: for notes, coins and short mentions. */
  readonly shortMoney: (amount: Cents) => string;
  /** `14 mars 2028` */
  readonly day: (on: Day) => string;
  /** `14 mars` in the same year as `than`, else with its year. */
  readonly shortDay: (on: Day) => string;
  /** `lundi 14 mars 2028` */
  readonly longDay: (on: Day) => string;
  /** `novembre 2026` */
  readonly month: (of: Month) => string;
  /** `9 h 04` */
  readonly clock: (at: Instant) => string;
  /** `14 mars 2028 à 9 h 04` */
  readonly moment: (at: Instant) => string;
  readonly number: (value: number) => string;
  /** A family in the middle of a sentence; one that is not known here by its code. */
  readonly family: (id: string) => string;
}

type SpokenFamily = Pick<Family, 'id' | 'names'>;

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export function formatsFor(
  language: Language,
  timeZone: string,
  families: readonly SpokenFamily[] = [],
): Formats {
  const locale = locales[language];
  const utc = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const day = utc({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = utc({ day: 'numeric', month: 'short' });
  const longDay = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = utc({ month: 'long', year: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
  const localDay = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const clockText = (when: Instant): string => {
    const text = clock.format(new Date(when));
    return language === 'fr' ? text.replace(/^0?(\d+):/, '$1\u202Fh\u202F') : text;
  };
  const money = language === 'fr' ? euros : (amount: Cents) => englishMoney(amount);
  return {
    language,
    money,
    shortMoney: (amount) => money(amount).replace(/[.,]00(?!\d)/, ''),
    day: (on) => first(day.format(at(on)), language),
    shortDay: (on) => first(shortDay.format(at(on)), language),
    longDay: (on) => first(longDay.format(at(on)), language),
    month: (of) => month.format(new Date(`${of}-15T12:00:00Z`)),
    clock: clockText,
    moment: (when) =>
      `${first(localDay.format(new Date(when)), language)} ${language === 'fr' ? 'à' : 'at'} ${clockText(when)}`,
    number: (value) => new Intl.NumberFormat(locale).format(value),
    family: (id) => families.find((one) => one.id === id)?.names[language] ?? id,
  };
}

// Days carry no zone: read as UTC noon, they stay the same day everywhere.
const at = (on: Day): Date => new Date(`${on}T12:00:00Z`);

/** French writes the first of a month as an ordinal: 1er mars. */
const first = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11ᵉʳ') : text;

const englishMoney = (amount: Cents): string => {
  const [whole = '', decimals = '00'] = euros(amount)
    .replace(/\u202F€$/, '')
    .split(',');
  const sign = whole.startsWith('−') ? '−' : '';
  return `${sign}€${whole.replace('−', '').replaceAll('\u202F', ',')}.${decimals}`;
};

/** `4711082307` → `4711 082 307`; ICCID in fours. */
export function grouped(digits: string): string {
  if (/^\d{10}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1\u00A0$2\u00A0$3');
  if (/^\d{15,20}$/.test(digits)) return digits.replace(/(\d{4})(?=\d)/g, '$1\u00A0');
  return digits;
}
