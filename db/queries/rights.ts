import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { CardId, EntitlementId, MemberCard, PersonId, TillId } from '#domain/ids.ts';
import type { Db } from '../open.ts';
import { entitlement, memberCard, record, referralUse } from '../schema/index.ts';
import type { RecordRow } from './journal.ts';

export type WindowRow = typeof entitlement.$inferSelect;

/** What stood in the database before anything of it was signed, by table: whatever is not somebody's name or number. */
const baselineTables = {
  entitlement:
    'SELECT id, person_id, from_day, until_day, policy_version, families, renewal, opened_at, opened_by, cancelled_at FROM entitlement ORDER BY id',
  referral_use: 'SELECT entitlement_id, used_on, under_reserve FROM referral_use ORDER BY entitlement_id',
  member_card: 'SELECT person_id, given_at, active FROM member_card ORDER BY person_id, given_at, active',
  person: 'SELECT id, registered_on, household_id FROM person ORDER BY id',
  unit: 'SELECT key, sku, status, sold_on, sale_id FROM unit ORDER BY key',
  stock_movement: 'SELECT sku, sum(quantity) AS quantity FROM stock_movement GROUP BY sku ORDER BY sku',
  operator: 'SELECT code, role, admin, status, active_until FROM operator ORDER BY code',
} as const;

/** The events that give and close rights, and the tables that are folded from them. */
export function rightsQueries(db: Db) {
  // An index of their own: few among many events.
  const events = db.$client.prepare(
    `SELECT id FROM record INDEXED BY record_rights WHERE type IN ('window-opened', 'window-taken-back', 'card-given',
       'card-sealed', 'person-erased', 'baseline') ORDER BY id`,
  );
  return {
    /** Rows of the tables as they were before the first event, by table. */
    baselineRows: (): [table: string, rows: unknown[][]][] =>
      Object.entries(baselineTables).map(([table, sql]) => [
        table,
        db.$client.prepare(sql).raw().all() as unknown[][],
      ]),
    /** Events of every till of the point that change windows or cards, and what stood before them. */
    rightsRecords: (): RecordRow[] =>
      (events.all() as { id: number }[]).flatMap(({ id }) =>
        db.select().from(record).where(eq(record.id, id)).all(),
      ),
    allWindows: (): WindowRow[] => db.select().from(entitlement).orderBy(asc(entitlement.id)).all(),
    allReferralUses: () => db.select().from(referralUse).all(),
    activeCards: () =>
      db
        .select({ personId: memberCard.personId, sealedId: memberCard.sealedId })
        .from(memberCard)
        .where(eq(memberCard.active, true))
        .all(),
    /** Cards in use that nothing stands for outside the point yet. */
    unsealedCards: (limit: number) =>
      db
        .select()
        .from(memberCard)
        .where(and(eq(memberCard.active, true), isNull(memberCard.sealedId)))
        .limit(limit)
        .all(),
    sealCard: (card: MemberCard, { id: sealedId, identity }: { id: CardId; identity: string }): void => {
      db.update(memberCard).set({ sealedId, identity }).where(eq(memberCard.card, card)).run();
    },
    forgetWindows: (ids: readonly EntitlementId[]): void => {
      db.delete(entitlement)
        .where(inArray(entitlement.id, [...ids]))
        .run();
    },
    saveWindow: (row: typeof entitlement.$inferInsert): void => {
      const { id: _id, referralKey: _key, ...folded } = row;
      db.insert(entitlement).values(row).onConflictDoUpdate({ target: entitlement.id, set: folded }).run();
    },
    /** Leaves one card of somebody active: the one that this stands for. */
    activateCard: (personId: PersonId, sealedId: CardId): void => {
      const own = eq(memberCard.personId, personId);
      db.update(memberCard).set({ active: false }).where(own).run();
      db.update(memberCard)
        .set({ active: true })
        .where(and(own, eq(memberCard.sealedId, sealedId)))
        .run();
    },
    firstRecordOf: (till: TillId): RecordRow | undefined =>
      db
        .select()
        .from(record)
        .where(and(eq(record.till, till), eq(record.chain, 'event'), eq(record.seq, 1)))
        .get(),
  };
}
