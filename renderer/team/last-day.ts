import { type Day, parseDay } from '#domain/time.ts';

/** `31/12/2026`, `31.12.26` or `31 12 2026` as a day; null for what is not a date. */
export function dayTyped(text: string): Day | null {
  const match = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{2}|\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const fullYear = year.length === 2 ? `20${year}` : year;
  return parseDay(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `2026-12-31` → `31/12/2026`. */
export const typedDay = (day: Day): string => day.split('-').toReversed().join('/');
