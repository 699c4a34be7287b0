import { type Day, parseDay } from '#domain/time.ts';

const separated = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{2}|\d{4})$/;
const together = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;

/**
 * Reads `14/03/2026`, `14 3 26`, `140326`; null when it is not a real date. A year of two digits is of this century, or for
 * a birth the last one that is not after `bornUntil`.
 */
export function dayFromText(text: string, bornUntil?: number): Day | null {
  const [, on = '', month = '', year = ''] = separated.exec(text.trim()) ?? together.exec(text.trim()) ?? [];
  if (year === '') return null;
  const full = year.length === 4 ? year : `${centuryOf(year, bornUntil)}${year}`;
  return parseDay(`${full}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`);
}

const centuryOf = (year: string, bornUntil?: number): 19 | 20 =>
  bornUntil !== undefined && Number(`20${year}`) > bornUntil ? 19 : 20;

/** Reads `03/1988`, `3/88`; null when it is not a month of a year. */
export function monthFromText(text: string, bornUntil: number): string | null {
  const [, month = '', year = ''] = /^(\d{1,2})[\s./-]*(\d{4})$/.exec(text.trim()) ??
    /^(\d{1,2})[\s./-]+(\d{2})$/.exec(text.trim()) ?? ['', '', ''];
  if (Number(month) < 1 || Number(month) > 12) return null;
  const full = year.length === 4 ? year : `${centuryOf(year, bornUntil)}${year}`;
  return `${full}-${month.padStart(2, '0')}`;
}

/** `2026-12-31` → `31/12/2026`. */
export const typedDay = (day: Day): string => day.split('-').toReversed().join('/');
