import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import { exactSearchKey, queryTokens, searchTokens } from '#domain/names.ts';
import { type Db, inserter } from '../open.ts';
import { dismissal, memberCard, person, readLog } from '../schema/index.ts';

export type PersonRow = typeof person.$inferSelect;
export type CardRow = typeof memberCard.$inferSelect;
type NewPerson = Omit<typeof person.$inferInsert, 'searchId'>;

/** People, their cards and the search over their names. */
export function personQueries(db: Db) {
  const insertRow = inserter(db, person);
  const insertSearch = db.$client.prepare(
    'INSERT INTO person_search(rowid, surname, given, phonetic) VALUES (?, ?, ?, ?)',
  );
  const nextSearchId = db.$client.prepare('SELECT coalesce(max(search_id), 0) + 1 AS id FROM person');
  const match = db.$client.prepare(
    'SELECT rowid AS id FROM person_search WHERE person_search MATCH ? LIMIT ?',
  );
  const byId = db
    .select()
    .from(person)
    .where(eq(person.id, sql.placeholder('id')))
    .prepare();
  const byCard = db
    .select({ personId: memberCard.personId })
    .from(memberCard)
    .where(and(eq(memberCard.card, sql.placeholder('card')), eq(memberCard.active, true)))
    .prepare();
  const activeCard = db
    .select()
    .from(memberCard)
    .where(and(eq(memberCard.personId, sql.placeholder('personId')), eq(memberCard.active, true)))
    .orderBy(desc(memberCard.givenAt))
    .limit(1)
    .prepare();

  const matching = (query: string, limit: number): number[] =>
    (match.all(query, limit) as { id: number }[]).map((row) => row.id);

  const cardRow = (card: MemberCard): CardRow | undefined =>
    db.select().from(memberCard).where(eq(memberCard.card, card)).get();

  return {
    insertPerson: (row: NewPerson): void => {
      const { id } = nextSearchId.get() as { id: number };
      insertRow({ ...row, searchId: id });
      const tokens = searchTokens(row);
      insertSearch.run(id, tokens.surname.join(' '), tokens.given.join(' '), tokens.phonetic.join(' '));
    },
    personById: (id: PersonId): PersonRow | undefined => byId.get({ id }),
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
    personOfCard: (card: MemberCard): PersonId | undefined => byCard.get({ card })?.personId,
    activeCardOf: (personId: PersonId): CardRow | undefined => activeCard.get({ personId }),
    cardsOf: (personId: PersonId) =>
      db
        .select()
        .from(memberCard)
        .where(eq(memberCard.personId, personId))
        .orderBy(desc(memberCard.givenAt))
        .all(),
    cardRow,
    cardExists: (card: MemberCard): boolean => cardRow(card) !== undefined,
    insertCard: inserter(db, memberCard),
    retireCards: (personId: PersonId): void => {
      db.update(memberCard).set({ active: false }).where(eq(memberCard.personId, personId)).run();
    },
    personsByHousehold: (householdId: NonNullable<PersonRow['householdId']>): PersonRow[] =>
      db.select().from(person).where(eq(person.householdId, householdId)).all(),
    insertDismissal: inserter(db, dismissal),
    insertRead: inserter(db, readLog),
  };
}

/** Whole name first, in either order; then who bears exactly the surname that was typed; then the rest. */
const rankOf = (row: PersonRow, text: string): number => {
  const typed = exactSearchKey(text);
  const given = exactSearchKey(row.firstNames);
  const surnames = [row.usedName, row.birthName].map(exactSearchKey).filter((surname) => surname !== '');
  if (surnames.some((surname) => typed === surname + given || typed === given + surname)) return 3;
  return surnames.some((surname) => typed.startsWith(surname) || typed.endsWith(surname)) ? 2 : 1;
};
