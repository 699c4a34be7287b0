import { and, desc, eq, sql } from 'drizzle-orm';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import { searchTokens } from '#domain/names.ts';
import { type Db, inserter } from '../open.ts';
import { dismissal, memberCard, person, readLog } from '../schema/index.ts';

export type PersonRow = typeof person.$inferSelect;
export type CardRow = typeof memberCard.$inferSelect;
type NewPerson = Omit<typeof person.$inferInsert, 'searchId'>;

/** People and their cards. */
export function personQueries(db: Db) {
  const insertRow = inserter(db, person);
  const insertSearch = db.$client.prepare(
    'INSERT INTO person_search(rowid, surname, given, phonetic) VALUES (?, ?, ?, ?)',
  );
  const nextSearchId = db.$client.prepare('SELECT coalesce(max(search_id), 0) + 1 AS id FROM person');
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
