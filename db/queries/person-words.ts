import { readMemberCard } from '#domain/identifiers.ts';
import type { MemberCard } from '#domain/ids.ts';
import { nameTokens, queryTokens } from '#domain/names.ts';

/** What somebody typed to find a person, taken apart. */
export interface PersonQuery {
  /** Words of the name, as they were typed. */
  readonly words: readonly string[];
  readonly birthYear: number | null;
  /** The last nine digits of a telephone. */
  readonly phone: string | null;
  readonly card: MemberCard | null;
}

const titles = new Set(
  'm mr mme mlle monsieur madame mademoiselle mrs ms miss mister dr docteur mx'.split(' '),
);

export function personQuery(text: string): PersonQuery {
  const card = readMemberCard(text);
  const digits = text.replace(/[^\d+]/g, '');
  const phone = /^(?:\+|00)?\d{9,15}$/.test(digits) ? digits.slice(-9) : null;
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(text)?.[0];
  const typed = nameTokens(text);
  const named = typed.filter((word) => !titles.has(word));
  return {
    words: (named.length > 0 ? named : typed).slice(0, 6),
    birthYear: year === undefined || phone !== null ? null : Number(year),
    phone: card.ok ? null : phone,
    card: card.ok ? card.value : null,
  };
}

/**
 * Searches to make one after another: every word, then all but one, and so on down to half of them. Within each, two words
 * that stand side by side may also be one in the index, as `ben ali` and `Benali` are.
 */
export function searchesFor(words: readonly string[]): string[][] {
  const fewest = Math.max(1, Math.ceil(words.length / 2));
  const tiers: string[][] = [];
  for (let dropped = 0; words.length - dropped >= fewest; dropped += 1)
    tiers.push(without(words, dropped).map(matchOf));
  return tiers;
}

/** Every way of leaving out some of the words, their order kept. */
function without(words: readonly string[], count: number): (readonly string[])[] {
  if (count === 0) return [words];
  return words.flatMap((_, at) =>
    without(words.slice(at + 1), count - 1).map((rest) => [...words.slice(0, at), ...rest]),
  );
}

const matchOf = (words: readonly string[]): string => {
  const joined = words
    .slice(1)
    .map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)]);
  const whole = words.length > 2 ? [[words.join('')]] : [];
  return [words, ...joined, ...whole].map((some) => `(${some.map(termOf).join(' AND ')})`).join(' OR ');
};

/** A word is the start of an indexed one, or sounds as one; one letter alone is a whole name. */
function termOf(word: string): string {
  const [{ prefix, phonetic } = { prefix: word, phonetic: word }] = queryTokens(word);
  return [...prefix].length === 1 ? `"${prefix}"` : `("${prefix}" * OR phonetic : "${phonetic}")`;
}
