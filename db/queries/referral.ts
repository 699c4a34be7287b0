import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { EntitlementId, PersonId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import { entitlement, person, referralUse, usage } from '../schema/index.ts';

/** Windows of rights, the referrals that opened them, and what was taken under them. */
export function entitlementQueries(db: Db) {
  const windows = db
    .select()
    .from(entitlement)
    .where(and(eq(entitlement.personId, sql.placeholder('personId')), isNull(entitlement.cancelledAt)))
    .orderBy(asc(entitlement.fromDay))
    .prepare();
  const usageOf = db
    .select()
    .from(usage)
    .where(eq(usage.personId, sql.placeholder('personId')))
    .prepare();
  const use = db
    .select()
    .from(referralUse)
    .where(eq(referralUse.key, sql.placeholder('key')))
    .prepare();
  return {
    insertEntitlement: inserter(db, entitlement),
    windowsOf: (personId: PersonId) => windows.all({ personId }),
    entitlementById: (id: EntitlementId) => db.select().from(entitlement).where(eq(entitlement.id, id)).get(),
    cancelEntitlement: (id: EntitlementId, at: typeof entitlement.$inferInsert.cancelledAt): void => {
      db.update(entitlement).set({ cancelledAt: at }).where(eq(entitlement.id, id)).run();
    },
    insertReferralUse: inserter(db, referralUse),
    referralUse: (key: string) => use.get({ key }),
    forgetReferralUse: (key: string): void => {
      db.delete(referralUse).where(eq(referralUse.key, key)).run();
    },
    usageOf: (personId: PersonId) => usageOf.all({ personId }),
    usageOfEntitlement: (id: EntitlementId) =>
      db.select().from(usage).where(eq(usage.entitlementId, id)).all(),
    /** Usage of the other people of a household. */
    usageOfHousehold: (
      householdId: NonNullable<typeof person.$inferSelect.householdId>,
      except: PersonId,
    ) => {
      const members = db
        .select({ id: person.id })
        .from(person)
        .where(eq(person.householdId, householdId))
        .all()
        .map((row) => row.id)
        .filter((id) => id !== except);
      return members.length === 0
        ? []
        : db.select().from(usage).where(inArray(usage.personId, members)).all();
    },
  };
}
