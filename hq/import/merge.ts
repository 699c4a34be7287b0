import { sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import type { PersonLine01, ToldBySide01 } from '#exchange/0.1/batch.ts';
import type { PersonLine } from '#exchange/batch-line.ts';
import { rightsEventOf } from '#exchange/event-payload.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';
import { tillsOfPoint } from '../ledger/count.ts';
import { foldBatch } from '../ledger/rights.ts';
import { entitlements, erasures, persons } from '../store/people-schema.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

// Parameters of one statement are at most 65,535; the widest row here has 12.
const rowsAStatement = 2000;

/**
 * People, their windows and erasures of a batch: what changes rows that are already there, whichever till
 * of the point brought them: its tills share their people. A row keeps the till and the number of the batch that first
 * brought it: that is the day of the registration.
 */
export async function mergeBatch(db: HqDb, batch: OpenedBatch): Promise<void> {
  await mergePersons(db, batch);
  await mergeWindows01(db, batch);
  await foldBatch(db, batch);
  await applyErasures(db, batch);
}

/** Which other till of the point brought a row already, by the row's id. */
async function broughtBefore(
  db: HqDb,
  batch: OpenedBatch,
  rows: { readonly table: 'person' | 'entitlement'; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, TillId>> {
  const id = sql.raw(`${rows.table}_id`);
  const found = new Map<string, TillId>();
  for (const ids of slices(rows.ids)) {
    const held = await rowsOf<{ id: string; till: TillId }>(
      db,
      sql`SELECT ${id} AS id, till FROM ${sql.raw(`"${rows.table}"`)}
        WHERE till IN ${tillsOfPoint(batch.manifest.till)} AND till <> ${batch.manifest.till}
          AND ${id} IN (${sql.join(
            ids.map((one) => sql`${one}`),
            sql`, `,
          )})`,
    );
    for (const row of held) found.set(row.id, row.till);
  }
  return found;
}

/** The last state of each key: a statement may touch a row only once. */
function lastOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function* slices<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += rowsAStatement) yield rows.slice(at, at + rowsAStatement);
}

async function mergePersons(db: HqDb, batch: OpenedBatch): Promise<void> {
  const { till, batchNo } = batch.manifest;
  const before = batch.before.flatMap(({ line }): PersonLine01[] =>
    line.t === 'person' || line.t === 'person-rectified' ? [line] : [],
  );
  const lines: (PersonLine | PersonLine01)[] = [...before, ...batch.persons];
  const last = lastOf(lines, (one) => one.personId);
  const brought = await broughtBefore(db, batch, { table: 'person', ids: last.map((one) => one.personId) });
  const rows = last.map(({ t: _t, ...person }) => ({
    till: brought.get(person.personId) ?? till,
    batchNo,
    ...person,
  }));
  for (const some of slices(rows))
    await db
      .insert(persons)
      .values(some)
      .onConflictDoUpdate({
        target: [persons.till, persons.personId],
        set: {
          cardHash: sql`coalesce(excluded.card_hash, person.card_hash)`,
          initials: sql`excluded.initials`,
          birthYear: sql`excluded.birth_year`,
          language: sql`excluded.language`,
          postcode: sql`excluded.postcode`,
          municipality: sql`excluded.municipality`,
          qpv: sql`excluded.qpv`,
          prescriberId: sql`excluded.prescriber_id`,
          blindedKey: sql`excluded.blinded_key`,
        },
      });
}

type Window01 = Extract<ToldBySide01, { t: 'entitlement' }>;

/** Windows as 0.1 told them: one that ends the day before it began was taken back. */
async function mergeWindows01(db: HqDb, batch: OpenedBatch): Promise<void> {
  const { till, batchNo } = batch.manifest;
  const lines = batch.before.flatMap(({ line }): Window01[] => (line.t === 'entitlement' ? [line] : []));
  const last = lastOf(lines, (one) => one.entitlementId);
  const ids = last.map((one) => one.entitlementId);
  const before = await broughtBefore(db, batch, { table: 'entitlement', ids });
  const rows = last.map((one) => ({
    till: before.get(one.entitlementId) ?? till,
    batchNo,
    entitlementId: one.entitlementId,
    personId: one.personId,
    fromDay: one.from,
    untilDay: one.until,
    policyVersion: one.policyVersion,
    families: one.families === '*' ? '*' : one.families.join(' '),
    referralKey: one.referralKey,
    renewal: one.renewal,
    takenBack: one.until < one.from,
  }));
  for (const some of slices(rows))
    await db
      .insert(entitlements)
      .values(some)
      .onConflictDoUpdate({
        target: [entitlements.till, entitlements.entitlementId],
        set: {
          fromDay: sql`excluded.from_day`,
          untilDay: sql`excluded.until_day`,
          takenBack: sql`excluded.taken_back`,
        },
      });
}

/** An erasure at one point erases at every point: what is left is the pseudonymous id. */
async function applyErasures(db: HqDb, batch: OpenedBatch): Promise<void> {
  const { till } = batch.manifest;
  const before = batch.before.flatMap(({ line }) =>
    line.t === 'person-erased' ? [{ personId: line.personId, on: line.on }] : [],
  );
  const signed = batch.journal.flatMap(({ record }) => {
    const event = rightsEventOf(record);
    return event?.type === 'person-erased'
      ? [{ personId: event.payload.personId, on: event.businessDay }]
      : [];
  });
  for (const { personId, on } of [...before, ...signed]) {
    await db.insert(erasures).values({ till, personId, onDay: on }).onConflictDoNothing();
    await db.execute(sql`
      UPDATE person SET card_hash = NULL, initials = '', birth_year = NULL, language = NULL, postcode = NULL,
        municipality = NULL, prescriber_id = NULL, blinded_key = NULL, qpv = 'unknown'
      WHERE person_id = ${personId}`);
    await db.execute(sql`DELETE FROM card WHERE person_id = ${personId}`);
  }
}
