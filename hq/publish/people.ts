import { sql } from 'drizzle-orm';
import type { CardId, PersonId, SiteCode } from '#domain/ids.ts';
import { type Day, addDays } from '#domain/time.ts';
import { sha256Hex } from '#exchange/crypto.ts';
import { type PeopleBody, sealCard, sealPeople } from '#exchange/people.ts';
import { peopleRows, peopleStates } from '../store/network-schema.ts';
import { type HqDb, rowsOf } from '../store/store.ts';
import { type CardEntry, cardEntries } from './cards.ts';
import { type ReferenceDeps, blindingKeys, lookBackDays } from './reference.ts';
import { usedReferrals } from './used-referrals.ts';

type Row = typeof peopleRows.$inferInsert;

/** What a row should be now: sealed only when it is another than before. */
interface Wanted {
  readonly kind: Row['kind'];
  readonly id: string;
  readonly digest: string;
  readonly content: () => Promise<string>;
}

/**
 * Number of the people in force. Brings their rows up to date first: those that changed since carry the new number, so
 * that a till is told nothing twice.
 */
export async function currentPeople(deps: ReferenceDeps): Promise<number> {
  const { db } = deps.store;
  const contentKey = await contentKeyOf(deps);
  const state = await stateOf(db);
  if (state?.contentKey === contentKey) return state.number;
  const held = new Map(
    (await db.select().from(peopleRows)).map((row) => [`${row.kind} ${row.id}`, row] as const),
  );
  const wanted = await wantedRows(deps);
  const names = new Set(wanted.map((one) => `${one.kind} ${one.id}`));
  const changed: Omit<Row, 'number'>[] = [];
  for (const { kind, id, digest, content } of wanted) {
    const row = held.get(`${kind} ${id}`);
    if (row && !row.gone && row.digest === digest) continue;
    changed.push({ kind, id, digest, content: await content(), gone: false });
  }
  for (const [name, row] of held)
    if (!names.has(name) && !row.gone) changed.push({ ...row, content: '', gone: true });
  return deps.store.transaction(async (tx) => {
    await tx.db.execute(sql`LOCK TABLE people_state IN EXCLUSIVE MODE`);
    const now = await stateOf(tx.db);
    // Somebody else brought it up to date meanwhile: what they wrote is from the same records or later ones.
    if ((now?.number ?? 0) !== (state?.number ?? 0)) return now?.number ?? 1;
    const number = (state?.number ?? 0) + (changed.length > 0 || !state ? 1 : 0);
    for (let at = 0; at < changed.length; at += rowsAtOnce)
      await saveRows(tx.db, changed.slice(at, at + rowsAtOnce), number);
    await tx.db.execute(sql`DELETE FROM people_state`);
    await tx.db.insert(peopleStates).values({ number, contentKey });
    return number;
  });
}

const rowsAtOnce = 1_000;

async function saveRows(db: HqDb, rows: readonly Omit<Row, 'number'>[], number: number): Promise<void> {
  await db
    .insert(peopleRows)
    .values(rows.map((row) => ({ ...row, number })))
    .onConflictDoUpdate({
      target: [peopleRows.kind, peopleRows.id],
      set: {
        digest: sql`excluded.digest`,
        content: sql`excluded.content`,
        number: sql`excluded.number`,
        gone: sql`excluded.gone`,
      },
    });
}

/** Whatever changes it: batches, erasures, and the day from which things are too old to matter. */
async function contentKeyOf({ store, now, keys }: ReferenceDeps): Promise<string> {
  const [head] = await rowsOf<{ key: string }>(
    store.db,
    sql`SELECT concat_ws('/', (SELECT count(*) FROM batch), (SELECT count(*) FROM erasure)) AS key`,
  );
  return `${head?.key}/${now().slice(0, 10)}/${keys.sign.keyId}`;
}

const stateOf = async (db: HqDb): Promise<typeof peopleStates.$inferSelect | undefined> =>
  (await db.select().from(peopleStates)).at(0);

async function wantedRows(deps: ReferenceDeps): Promise<Wanted[]> {
  const { db } = deps.store;
  const since = addDays(deps.now().slice(0, 10) as Day, -lookBackDays);
  const cards = (await cardEntries(db, since)).flatMap((one) => cardRow(deps, one));
  const used = await usedReferrals(db, since, blindingKeys(deps));
  const erased = await rowsOf<{ id: PersonId }>(
    db,
    sql`SELECT DISTINCT person_id AS id FROM erasure ORDER BY person_id`,
  );
  return [
    ...cards,
    ...used.map(({ referral, ...rest }): Wanted => plain('referral', referral, JSON.stringify(rest))),
    ...erased.map(({ id }) => plain('erasure', id, '')),
  ];
}

const plain = (kind: Row['kind'], id: string, content: string): Wanted => ({
  kind,
  id,
  digest: sha256Hex(content),
  content: async () => content,
});

function cardRow({ keys }: ReferenceDeps, { id, entry, recipient }: CardEntry): Wanted {
  if (!entry) return plain('card', id, '');
  return {
    kind: 'card',
    id,
    digest: sha256Hex(`${recipient}\n${JSON.stringify(entry)}`),
    content: () => sealCard(entry, recipient, keys.sign),
  };
}

/** The signed document of what changed since a number; all of it from 0. */
export async function peopleDocument(deps: ReferenceDeps, since: number, number: number): Promise<string> {
  const rows = await deps.store.db
    .select()
    .from(peopleRows)
    .where(since === 0 ? sql`NOT gone` : sql`number > ${since}`)
    .orderBy(peopleRows.kind, peopleRows.id);
  const of = (kind: Row['kind'], gone: boolean) =>
    rows.filter((row) => row.kind === kind && row.gone === gone);
  const body: PeopleBody = {
    v: 2,
    number,
    since,
    cards: of('card', false).map(({ id, content }) => ({
      id: id as CardId,
      sealed: content === '' ? null : content,
    })),
    forgotten: of('card', true).map(({ id }) => id as CardId),
    usedReferrals: of('referral', false).map(({ id, content }) => ({
      referral: id,
      ...(JSON.parse(content) as { readonly on: Day; readonly site: SiteCode }),
    })),
    freeReferrals: of('referral', true).map(({ id }) => id),
    erasures: of('erasure', false).map(({ id }) => id as PersonId),
  };
  return sealPeople(body, deps.keys.sign);
}
