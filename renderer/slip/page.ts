import type { Day } from '#domain/time.ts';
import type { DeskState } from '#contract/desk.ts';
import type { Advice } from './advice.ts';
import { noticeWords } from './notice-words.ts';
import { type PaperLanguage, slipWords } from './slip-words.ts';

export type Pictogram = 'paper' | 'identity' | 'phone' | 'calendar' | 'clock' | 'home' | 'dot';

/** One page as rows: a title, then each thing with its pictogram. */
export interface PaperPage {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly rows: readonly { readonly pictogram: Pictogram; readonly text: string }[];
}

type Site = NonNullable<DeskState['site']>;

/** Days are those of the calendar everybody here uses, also where another one is usual. */
const localeOf = (language: PaperLanguage): string => `${language}-u-ca-gregory`;

/** What to bring, whom to call, when to come back: nobody's name is on it, nor what was refused. */
export function slipPage(advice: Advice, site: Site, language: PaperLanguage): PaperPage {
  const words = slipWords[language];
  const item = { referral: 'paper', identity: 'identity' } as const;
  return {
    language,
    title: words.title,
    rows: [
      ...advice.bring.map((one) => ({ pictogram: item[one], text: `${words.bring} : ${words[one]}.` })),
      ...(advice.call
        ? [{ pictogram: 'phone', text: `${words.call}${advice.phone ? ` : ${advice.phone}` : ''}` } as const]
        : []),
      ...(advice.from
        ? [{ pictogram: 'calendar', text: `${words.from} ${longDay(advice.from, language)}` } as const]
        : []),
      { pictogram: 'clock', text: `${words.open} : ${openingDays(site, language)}` },
      { pictogram: 'home', text: `${site.name}, ${site.address}` },
      { pictogram: 'phone', text: `${words.ours} : ${site.phone}` },
    ],
  };
}

/** The information on personal data, given before anything is written down. */
export function noticePage(site: Site, language: PaperLanguage): PaperPage {
  const { title, sentences } = noticeWords[language];
  const filled = (sentence: string): string =>
    sentence.replace('{site}', site.name).replace('{phone}', site.phone);
  return {
    language,
    title,
    rows: sentences.map((sentence) => ({ pictogram: 'dot', text: filled(sentence) })),
  };
}

/** The page in one line, for whoever cannot see it. */
export const spoken = ({ title, rows }: PaperPage): string =>
  [title, ...rows.map(({ text }) => text)].join(' · ');

const utcDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);

const longDay = (day: Day, language: PaperLanguage): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(utcDate(day));

/** The week of 5 January 2026 began on a Monday. */
const monday = Date.parse('2026-01-05T00:00:00Z');
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function openingDays({ openingDays: days }: Site, language: PaperLanguage): string {
  const name = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  const names = days.map((day) => name.format(new Date(monday + week.indexOf(day) * 86_400_000)));
  return new Intl.ListFormat(localeOf(language)).format(names);
}
