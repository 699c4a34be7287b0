import { type Day, parseDay } from '#domain/time.ts';

/** Reads `14/03/2026`, `14 3 2026`, `14032026`; null when it is not a real date written in full. */
export function dayFromText(text: string): Day | null {
  const parts =
    /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(text.trim()) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  if (!parts) return null;
  const [, on = '', month = '', year = ''] = parts;
  return parseDay(`${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`);
}

/** Reads `03/1988`; null when it is not a month of a year. */
export function monthFromText(text: string): string | null {
  const parts = /^(\d{1,2})[\s./-]*(\d{4})$/.exec(text.trim());
  if (!parts) return null;
  const [, month = '', year = ''] = parts;
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}
