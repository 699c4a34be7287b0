import { eq, inArray } from 'drizzle-orm';
import type { CardId, PersonId } from '#domain/ids.ts';
import { type Db, inserter } from '../open.ts';
import {
  elsewhere,
  memberCard,
  networkCard,
  networkErasure,
  networkReferral,
  networkState,
} from '../schema/index.ts';

const atOnce = 500;

/** What is known of the network's people. */
export function networkQueries(db: Db) {
  const card = db.$client.prepare('SELECT sealed FROM network_card WHERE id = ?');
  const referral = db.$client.prepare('SELECT on_day AS "on" FROM network_referral WHERE referral = ?');
  const saveCard = db.$client.prepare(
    'INSERT INTO network_card (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed',
  );
  const saveReferral = db.$client.prepare(
    'INSERT INTO network_referral (referral, on_day) VALUES (?, ?) ON CONFLICT (referral) DO UPDATE SET on_day = excluded.on_day',
  );
  return {
    peopleNumber: (): number => db.select().from(networkState).get()?.number ?? 0,
    savePeopleNumber: (number: number): void => {
      db.delete(networkState).run();
      db.insert(networkState).values({ number }).run();
    },
    /** The sealed entry of a card: null where another was given in its place, undefined where it is not known. */
    networkCard: (id: CardId): string | null | undefined =>
      (card.get(id) as { sealed: string | null } | undefined)?.sealed,
    usedElsewhere: (blinded: string) => referral.get(blinded) as { readonly on: string } | undefined,
    saveNetworkCard: (id: CardId, sealed: string | null): void => {
      saveCard.run(id, sealed);
    },
    saveNetworkReferral: (blinded: string, on: string): void => {
      saveReferral.run(blinded, on);
    },
    forgetNetworkCards: (ids: readonly CardId[]): void => {
      for (let at = 0; at < ids.length; at += atOnce)
        db.delete(networkCard)
          .where(inArray(networkCard.id, ids.slice(at, at + atOnce)))
          .run();
    },
    forgetNetworkReferrals: (referrals: readonly string[]): void => {
      for (let at = 0; at < referrals.length; at += atOnce)
        db.delete(networkReferral)
          .where(inArray(networkReferral.referral, referrals.slice(at, at + atOnce)))
          .run();
    },
    forgetNetwork: (): void => {
      db.delete(networkCard).run();
      db.delete(networkReferral).run();
      db.delete(elsewhere).run();
    },
    addErasure: inserter(db, networkErasure),
    erasures: (): PersonId[] =>
      db
        .select()
        .from(networkErasure)
        .all()
        .map((row) => row.personId),
    elsewhereOf: (personId: PersonId) =>
      db.select().from(elsewhere).where(eq(elsewhere.personId, personId)).get()?.entry,
    saveElsewhere: (row: typeof elsewhere.$inferInsert): void => {
      db.insert(elsewhere)
        .values(row)
        .onConflictDoUpdate({ target: elsewhere.personId, set: { entry: row.entry } })
        .run();
    },
    forgetElsewhere: (personId: PersonId): void => {
      db.delete(elsewhere).where(eq(elsewhere.personId, personId)).run();
    },
    /** Cards in use here that something stands for outside: whose they are, and what opens their entries. */
    ownSealedCards: () =>
      db
        .select({
          personId: memberCard.personId,
          sealedId: memberCard.sealedId,
          identity: memberCard.identity,
        })
        .from(memberCard)
        .where(eq(memberCard.active, true))
        .all(),
  };
}
