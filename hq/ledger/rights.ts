import { sql } from 'drizzle-orm';
import type { CardId, PersonId, TillId } from '#domain/ids.ts';
import { parseRecord } from '#domain/journal.ts';
import { type RightsEvent, isOfCard, rightsOf, windowIdOf, windowOf } from '#domain/rights.ts';
import { rightsEventOf } from '#exchange/event-payload.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';
import { cards, entitlements } from '../store/people-schema.ts';
import { type HqDb, rowsOf } from '../store/store.ts';
import { listOf, tillsOfPoint } from './count.ts';

/** How many windows or people are looked up in one statement. */
const atOnce = 1_000;

/** The window that an event is about, or the person whose cards it changes; null for what changes neither. */
export const subjectOf = (event: RightsEvent): string | null =>
  windowIdOf(event) ?? (isOfCard(event) || event.type === 'person-erased' ? event.payload.personId : null);

/**
 * Folds the rights that a batch changed, by the same functions as the till's. What names a window that has not come yet
 * waits in the journal. Once the batch's records are stored, in their transaction.
 */
export async function foldBatch(db: HqDb, batch: OpenedBatch): Promise<void> {
  const subjects = batch.journal.flatMap(({ record }) => {
    const event = rightsEventOf(record);
    return (event && subjectOf(event)) ?? [];
  });
  await foldRights(db, batch.manifest.till, [...new Set(subjects)]);
}

/** Folds these windows and the cards of these people of a point anew. */
export async function foldRights(db: HqDb, till: TillId, subjects: readonly string[]): Promise<void> {
  for (let at = 0; at < subjects.length; at += atOnce)
    await foldSome(db, till, subjects.slice(at, at + atOnce));
}

async function foldSome(db: HqDb, till: TillId, subjects: readonly string[]): Promise<void> {
  const rows = await rowsOf<{ bytes: string; batchNo: number; subject: string }>(
    db,
    sql`SELECT j.bytes, j.batch_no AS "batchNo", r.subject FROM rights_event AS r
        JOIN journal_record AS j ON j.till = r.till AND j.chain = 'event' AND j.seq = r.seq
      WHERE r.subject IN (${listOf(subjects)}) AND r.till IN ${tillsOfPoint(till)}`,
  );
  const told = rows.flatMap(({ bytes, batchNo }): Told[] => {
    const record = parseRecord(bytes);
    const event = record && rightsEventOf(record);
    return event ? [{ event, batchNo }] : [];
  });
  await foldWindows(db, told);
  await foldCards(db, told);
}

interface Told {
  readonly event: RightsEvent;
  readonly batchNo: number;
}

const batchOf = (told: readonly Told[], event: RightsEvent): number =>
  told.find((one) => one.event === event)?.batchNo ?? 0;

async function foldWindows(db: HqDb, told: readonly Told[]): Promise<void> {
  const byWindow = Map.groupBy(told, ({ event }) => windowIdOf(event));
  byWindow.delete(null);
  const rows = [...byWindow.values()].flatMap((some) => {
    const window = windowOf(some.map((one) => one.event));
    if (!window) return [];
    const { opened, takenBackAt } = window;
    const { entitlementId, personId, from, until, policyVersion, families, renewal, referral } =
      opened.payload;
    return [
      {
        till: opened.till,
        batchNo: batchOf(some, opened),
        entitlementId,
        personId,
        fromDay: from,
        untilDay: until,
        policyVersion,
        families: families === '*' ? '*' : families.join(' '),
        referralKey: referral,
        renewal,
        takenBack: takenBackAt !== null,
      },
    ];
  });
  if (rows.length > 0)
    await db
      .insert(entitlements)
      .values(rows)
      .onConflictDoUpdate({
        target: [entitlements.till, entitlements.entitlementId],
        set: {
          batchNo: sql`excluded.batch_no`,
          personId: sql`excluded.person_id`,
          fromDay: sql`excluded.from_day`,
          untilDay: sql`excluded.until_day`,
          policyVersion: sql`excluded.policy_version`,
          families: sql`excluded.families`,
          referralKey: sql`excluded.referral_key`,
          renewal: sql`excluded.renewal`,
          takenBack: sql`excluded.taken_back`,
        },
      });
  // One that 0.1 opened was told beside its journal: its row is there, and only taken back here.
  const opened = new Set(rows.map((row) => String(row.entitlementId)));
  const back = [...byWindow.keys()].filter((id) => id !== null && !opened.has(id));
  if (back.length > 0)
    await db.execute(
      sql`UPDATE entitlement SET taken_back = true WHERE entitlement_id IN (${listOf(back.flatMap((id) => id ?? []))})`,
    );
}

async function foldCards(db: HqDb, told: readonly Told[]): Promise<void> {
  const current = rightsOf(told.map((one) => one.event)).cards;
  const rows = new Map<string, typeof cards.$inferInsert>();
  for (const { event, batchNo } of told) {
    if (!isOfCard(event)) continue;
    const { personId, card } = event.payload;
    if (!card) continue;
    const replaced = current.get(personId)?.id !== card.id;
    rows.set(keyOf(personId, card.id), {
      till: event.till,
      personId,
      cardId: card.id,
      batchNo,
      recipient: card.recipient,
      replaced,
    });
  }
  if (rows.size === 0) return;
  const people = [...new Set([...rows.values()].map((row) => row.personId))];
  await db.execute(sql`DELETE FROM card WHERE person_id IN (${listOf(people)})`);
  await db.insert(cards).values([...rows.values()]);
}

const keyOf = (personId: PersonId, cardId: CardId): string => `${personId} ${cardId}`;
