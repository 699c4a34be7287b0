import { sql } from 'drizzle-orm';
import type { PersonId, SiteCode } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Day, type Instant, addDays, yearOf } from '#domain/time.ts';
import { noUnits } from '#exchange/catalogue-schema.ts';
import { type NetworkCard, type ReferenceBody, sealReference } from '#exchange/reference.ts';
import type { HqKeys } from '../keys.ts';
import { referenceIssues } from '../store/network-schema.ts';
import { type HqDb, type Store, rowsOf } from '../store/store.ts';
import { type HeldPublication, lastPublication } from './publications.ts';

export interface ReferenceDeps {
  readonly store: Store;
  readonly keys: HqKeys;
  readonly now: () => Instant;
}

// Longest a cap looks back outside a window, and what a point needs to know of used referrals.
export const lookBackDays = 400;

/** Number of the reference in force; makes a new one when prices, cards, revocations or the year changed. */
export async function currentReferenceNumber(deps: ReferenceDeps): Promise<number | null> {
  const [head] = await rowsOf<{ publication: number | null; key: string }>(
    deps.store.db,
    sql`SELECT (SELECT max(number) FROM publication) AS publication, concat_ws('/',
      (SELECT count(*) FROM batch), (SELECT count(*) FROM revocation), (SELECT count(*) FROM erasure)) AS key`,
  );
  if (!head || head.publication === null) return null;
  const { publication } = head;
  const contentKey = `${publication}/${head.key}/${deps.now().slice(0, 4)}/${deps.keys.issue.keyId}`;
  const known = await issueOf(deps.store.db, contentKey);
  if (known !== null) return known;
  return deps.store.transaction(async ({ db }) => {
    await db.execute(sql`LOCK TABLE reference_issue IN EXCLUSIVE MODE`);
    const meanwhile = await issueOf(db, contentKey);
    if (meanwhile !== null) return meanwhile;
    const [last] = await rowsOf<{ n: number }>(
      db,
      sql`SELECT coalesce(max(number), 0) AS n FROM reference_issue`,
    );
    const number = (last?.n ?? 0) + 1;
    await db.insert(referenceIssues).values({ number, publication, contentKey, issuedAt: deps.now() });
    return number;
  });
}

async function issueOf(db: HqDb, contentKey: string): Promise<number | null> {
  const [row] = await rowsOf<{ number: number }>(
    db,
    sql`SELECT number FROM reference_issue WHERE content_key = ${contentKey}`,
  );
  return row?.number ?? null;
}

/** The sealed reference of a site; null before the first `publish`. */
export async function referenceFor(
  deps: ReferenceDeps,
  site: SiteCode,
): Promise<{ readonly number: number; readonly text: string } | null> {
  const number = await currentReferenceNumber(deps);
  const held = number === null ? null : await lastPublication(deps.store.db);
  if (number === null || !held) return null;
  const body = await bodyOf(deps, site, held, number);
  return { number, text: sealReference(body, deps.keys.sign) };
}

async function bodyOf(
  deps: ReferenceDeps,
  site: SiteCode,
  held: HeldPublication,
  number: number,
): Promise<ReferenceBody> {
  const { store, keys } = deps;
  const at = deps.now();
  const today = at.slice(0, 10) as Day;
  const since = addDays(today, -lookBackDays);
  const year = yearOf(today);
  return {
    v: 1,
    site,
    number,
    publication: held.number,
    publishedAt: held.publishedAt,
    catalogue: held.catalogue,
    issueKeys: [
      { keyId: keys.issue.keyId, publicKey: keys.issue.publicKey, from: keys.issue.from, until: null },
    ],
    revocations: await revocationKeys(store.db),
    usedReferrals: await usedReferrals(store.db, since),
    operators: [],
    units: held.units.get(site) ?? noUnits,
    erasures: await erasedPersons(store.db),
    cards: await networkCards(store.db, since, today),
    yearlyKey: { year, key: keys.yearlyKey(year) },
    ageRecipients: [keys.age.recipient],
    hqSignKeyId: keys.sign.keyId,
  };
}

async function revocationKeys(db: HqDb): Promise<string[]> {
  const rows = await rowsOf<{ key: string }>(
    db,
    sql`SELECT referral_key AS key FROM revocation ORDER BY referral_key`,
  );
  return rows.map((row) => row.key);
}

/** Letters are left out: their key names a structure and a person of one point. */
const usedReferrals = (db: HqDb, since: Day): Promise<{ key: string; on: Day }[]> =>
  rowsOf(
    db,
    sql`SELECT referral_key AS key, min(used_on)::text AS on FROM referral_use
      WHERE verdict <> 'refused' AND proof <> 'letter' AND used_on >= ${since}
      GROUP BY referral_key ORDER BY referral_key`,
  );

async function erasedPersons(db: HqDb): Promise<PersonId[]> {
  const rows = await rowsOf<{ id: PersonId }>(
    db,
    sql`SELECT DISTINCT person_id AS id FROM erasure ORDER BY person_id`,
  );
  return rows.map((row) => row.id);
}

interface CardRow {
  readonly cardHash: string;
  readonly networkId: PersonId;
  readonly initials: string;
  readonly birthYear: number | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly usage: NetworkCard['usage'] | null;
}

/** Every active card of the network, with the last window and what was taken since it opened. */
async function networkCards(db: HqDb, since: Day, today: Day): Promise<NetworkCard[]> {
  const rows = await rowsOf<CardRow>(
    db,
    sql`
    WITH card AS (
      SELECT DISTINCT ON (p.card_hash) p.card_hash, p.person_id, p.initials, p.birth_year
      FROM person AS p JOIN batch AS b ON b.till = p.till AND b.batch_no = p.batch_no
      WHERE p.card_hash IS NOT NULL ORDER BY p.card_hash, b.imported_at, p.till),
    rights AS (
      SELECT DISTINCT ON (person_id) person_id, from_day, until_day FROM entitlement
      ORDER BY person_id, until_day DESC)
    SELECT card.card_hash AS "cardHash", card.person_id AS "networkId", card.initials,
      card.birth_year AS "birthYear", rights.from_day::text AS "from", rights.until_day::text AS "until",
      (SELECT json_agg(json_build_object('family', u.family, 'units', u.units,
          'referenceCents', u.reference_cents, 'on', u.on_day::text, 'forHousehold', u.for_household,
          'replacement', u.replacement) ORDER BY u.on_day, u.till, u.seq, u.line_no)
        FROM usage AS u
        WHERE u.person_id = card.person_id AND u.on_day >= least(rights.from_day, ${since}::date)) AS usage
    FROM card LEFT JOIN rights ON rights.person_id = card.person_id
    WHERE rights.until_day IS NULL OR rights.until_day >= ${addDays(today, -lookBackDays)}::date
    ORDER BY card.card_hash`,
  );
  return rows.map(({ from, until, usage, ...card }) => ({
    ...card,
    window: from !== null && until !== null ? { from, until } : null,
    usage: (usage ?? []).map((one) => ({ ...one, referenceCents: cents(Number(one.referenceCents)) })),
  }));
}
