import { and, eq, inArray, sql } from 'drizzle-orm';
import type { MemberCard } from '#domain/ids.ts';
import { exactSearchKey, queryTokens } from '#domain/names.ts';
import type { Db } from '../open.ts';
import { memberCard, person } from '../schema/index.ts';
import type { PersonRow } from './person.ts';
import { personQuery, searchesFor } from './person-words.ts';

/** People found, the likeliest first, and how many there are. */
export interface FoundPersons {
  readonly rows: readonly PersonRow[];
  readonly total: number;
}
/** The search over people: by words of their names, year, telephone and card. */
export function personSearchQueries(db: Db) {
  const match = db.$client.prepare(
    'SELECT rowid AS id FROM person_search WHERE person_search MATCH ? LIMIT ?',
  );
  const matching = (query: string, limit: number): number[] =>
    (match.all(query, limit) as { id: number }[]).map((row) => row.id);

  const rowsBy = {
    searchIds: (ids: readonly number[]): PersonRow[] =>
      db
        .select()
        .from(person)
        .where(inArray(person.searchId, [...ids]))
        .all(),
    card: (card: MemberCard): PersonRow[] =>
      db
        .select({ person })
        .from(memberCard)
        .innerJoin(person, eq(person.id, memberCard.personId))
        .where(and(eq(memberCard.card, card), eq(memberCard.active, true)))
        .all()
        .map((one) => one.person),
    phone: (lastDigits: string): PersonRow[] =>
      db
        .select()
        .from(person)
        .where(
          sql`replace(replace(replace(${person.phone}, ' ', ''), '.', ''), '-', '') LIKE ${`%${lastDigits}`}`,
        )
        .limit(mostCounted)
        .all(),
  };
  const lastSeen = db.$client.prepare('SELECT max(at) AS at FROM sale WHERE person_id = ?');
  /** Exact surnames first, then whoever bought last, then whoever was registered last. */
  const ranked = (rows: readonly PersonRow[], text: string): PersonRow[] =>
    rows
      .map((row) => ({
        row,
        rank: rankOf(row, text),
        seen: (lastSeen.get(row.id) as { at: string | null }).at ?? row.registeredOn,
      }))
      .toSorted((a, b) => b.rank - a.rank || (a.seen < b.seen ? 1 : a.seen > b.seen ? -1 : 0))
      .map(({ row }) => row);

  return {
    /** Best matches, exact surnames first; each typed word is a prefix of a name word or equals its sound. */
    searchPersons: (text: string, birthYear: number | null, limit: number): PersonRow[] => {
      const words = queryTokens(text);
      if (words.length === 0) return [];
      const any = words.map((word) => `("${word.prefix}" * OR phonetic : "${word.phonetic}")`).join(' AND ');
      const exact = words.map((word) => `surname : "${word.prefix}"`).join(' OR ');
      // With a birth year the filter runs after the match, so more rows are drawn.
      const drawn = birthYear === null ? limit : limit * 50;
      const ids = new Set([...matching(`(${exact}) AND ${any}`, drawn), ...matching(any, drawn * 2)]);
      const rows = db
        .select()
        .from(person)
        .where(inArray(person.searchId, [...ids]))
        .all()
        .filter((row) => birthYear === null || row.birthYear === birthYear);
      return rows.toSorted((a, b) => rankOf(b, text) - rankOf(a, text)).slice(0, limit);
    },
    /**
     * People whom a text typed at the desk may mean: those of whom most words were found first, then exact surnames, then
     * the lately seen; `total` is how many there are, up to some hundred.
     */
    findPersons: (text: string, birthYear: number | null, limit: number): FoundPersons => {
      const query = personQuery(text);
      const year = birthYear ?? query.birthYear;
      if (query.card) return foundOf(rowsBy.card(query.card), limit);
      if (query.phone) return foundOf(rowsBy.phone(query.phone), limit);
      const rows = new Map<number, PersonRow>();
      for (const searches of searchesFor(query.words)) {
        // Of a thousand called Diallo the one typed whole must be among those drawn.
        const exact = query.words.map((word) => `surname : "${word}"`).join(' OR ');
        const ids = new Set(
          searches.flatMap((search) => [
            ...matching(`(${exact}) AND (${search})`, mostCounted),
            ...matching(search, mostCounted),
          ]),
        );
        const fresh = [...ids].filter((id) => !rows.has(id));
        const found = rowsBy.searchIds(fresh).filter((row) => year === null || row.birthYear === year);
        for (const row of ranked(found, text)) rows.set(row.searchId, row);
        if (rows.size >= enough) break;
      }
      return foundOf([...rows.values()], limit);
    },
  };
}

/** Beyond so many nobody counts: more has to be typed. */
const mostCounted = 100;
/** As many as are looked at before fewer words are asked for. */
const enough = 3;
const foundOf = (rows: readonly PersonRow[], limit: number): FoundPersons => ({
  rows: rows.slice(0, limit),
  total: rows.length,
});

/** Whole name first, in either order; then who bears exactly the surname that was typed; then the rest. */
const rankOf = (row: PersonRow, text: string): number => {
  const typed = exactSearchKey(text);
  const given = exactSearchKey(row.firstNames);
  const surnames = [row.usedName, row.birthName].map(exactSearchKey).filter((surname) => surname !== '');
  if (surnames.some((surname) => typed === surname + given || typed === given + surname)) return 3;
  return surnames.some((surname) => typed.startsWith(surname) || typed.endsWith(surname)) ? 2 : 1;
};
