import { eq, sql } from 'drizzle-orm';
import type { PersonId } from '#domain/ids.ts';
import type { Db } from '../open.ts';
import { elsewhere, memberCard, person } from '../schema/index.ts';

/** Taking a person's identity out of the point. */
export function erasureQueries(db: Db) {
  const removeSearch = db.$client.prepare('DELETE FROM person_search WHERE rowid = ?');
  const byId = db
    .select()
    .from(person)
    .where(eq(person.id, sql.placeholder('id')))
    .prepare();
  return {
    /** Whether a person is known here with a name. */
    hasIdentity: (id: PersonId): boolean => {
      const row = byId.get({ id });
      return row !== undefined && `${row.birthName}${row.usedName}${row.firstNames}${row.phone}` !== '';
    },
    /** Takes the identity out and cuts the cards; acts stay under an id that names nobody. */
    eraseIdentity: (id: PersonId): void => {
      const row = byId.get({ id });
      if (!row) return;
      removeSearch.run(row.searchId);
      db.delete(memberCard).where(eq(memberCard.personId, id)).run();
      // What other points told of them says initials and a year.
      db.delete(elsewhere).where(eq(elsewhere.personId, id)).run();
      db.update(person)
        .set({
          birthName: '',
          usedName: '',
          firstNames: '',
          birth: { precision: 'unknown' },
          birthYear: null,
          phone: '',
          situation: null,
          contact: null,
          householdId: null,
        })
        .where(eq(person.id, id))
        .run();
    },
  };
}
