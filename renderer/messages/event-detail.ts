import { type Cents, cents } from '#domain/money.ts';
import { type Day, type Instant, instant, parseDay } from '#domain/time.ts';

/**
 * What an event carries beside its type. Read without trusting it: a journal is never rewritten, and an older or a
 * newer till may have written other fields. What is not there, or of another kind, is null.
 */
export interface EventDetail {
  readonly text: (field: string) => string | null;
  readonly number: (field: string) => number | null;
  readonly cents: (field: string) => Cents | null;
  readonly day: (field: string) => Day | null;
  readonly at: (field: string) => Instant | null;
  readonly yes: (field: string) => boolean;
  /** How many things a list holds, or the number itself. */
  readonly count: (field: string) => number | null;
}

export function detailOf(fields: Readonly<Record<string, unknown>>): EventDetail {
  const text = (field: string): string | null => {
    const value = fields[field];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  const number = (field: string): number | null => {
    const value = fields[field];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
  };
  return {
    text,
    number,
    cents: (field) => {
      const value = number(field);
      return value === null ? null : cents(value);
    },
    day: (field) => parseDay(text(field) ?? ''),
    at: (field) => instantIn(text(field) ?? ''),
    yes: (field) => fields[field] === true,
    count: (field) => {
      const value = fields[field];
      return Array.isArray(value) ? value.length : number(field);
    },
  };
}

function instantIn(text: string): Instant | null {
  try {
    return instant(text);
  } catch {
    return null;
  }
}

/** The word for a code, null for a code this page does not know. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string | null): string | null =>
  code !== null && Object.hasOwn(words, code) ? (words[code] ?? null) : null;

/** A label of a button, as it stands inside a sentence. */
export const inline = (words: string | null): string | null =>
  words && words.slice(0, 1).toLowerCase() + words.slice(1);

/** What happened, then whatever is known of it: `Caisse ouverte : 3 mai 2026, fond de 120,00 €`. */
export function withDetails(head: string, colon: ' : ' | ': ', details: readonly (string | null)[]): string {
  const known = details.filter((one) => one !== null);
  return known.length === 0 ? head : `${head}${colon}${known.join(', ')}`;
}
