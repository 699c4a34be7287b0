import { type SQL, sql } from 'drizzle-orm';
import { type FamilyId, type PersonId, type SiteCode, brandAs } from '#domain/ids.ts';
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
    v: 2,
    site,
    number,
    publication: held.number,
    publishedAt: held.publishedAt,
    catalogue: held.catalogue,
    issueKeys: [
      { keyId: keys.issue.keyId, publicKey: keys.issue.publicKey, from: keys.issue.from, until: null },
    ],
    revocations: await revocationKeys(store.db),
    usedReferrals: await usedReferrals(store.db, site, since),
    operators: [],
    units: held.units.get(site) ?? noUnits,
    erasures: await erasedPersons(store.db),
    cards: await networkCards(store.db, site, { since }),
    cardSalt: keys.cardSalt,
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

/**
 * Letters are left out: their key names a structure and a person of one point. So is what was given back, and what the
 * site used itself.
 */
const usedReferrals = (db: HqDb, site: SiteCode, since: Day): Promise<{ key: string; on: Day }[]> =>
  rowsOf(
    db,
    sql`SELECT u.referral_key AS key, min(u.used_on)::text AS on FROM referral_use AS u
      WHERE u.verdict <> 'refused' AND u.proof <> 'letter' AND u.used_on >= ${since}
        AND u.till NOT IN (SELECT till FROM till WHERE site = ${site})
        AND NOT EXISTS (SELECT 1 FROM entitlement AS e
          WHERE e.entitlement_id = u.entitlement_id AND e.taken_back)
      GROUP BY u.referral_key ORDER BY u.referral_key`,
  );

async function erasedPersons(db: HqDb): Promise<PersonId[]> {
  const rows = await rowsOf<{ id: PersonId }>(
    db,
    sql`SELECT DISTINCT person_id AS id FROM erasure ORDER BY person_id`,
  );
  return rows.map((row) => row.id);
}

interface CardRow {
  readonly id: string;
  readonly networkId: PersonId;
  readonly initials: string;
  readonly birthYear: number | null;
  readonly windows:
    | readonly (Omit<NetworkCard['windows'][number], 'families'> & { readonly families: string })[]
    | null;
  readonly usage: NetworkCard['usage'] | null;
}

/**
 * Every active card of the network: one card is one person, at however many points they were registered. With all of
 * their windows and what was taken since the first that still matters, but for what the site did itself.
 */
async function networkCards(db: HqDb, site: SiteCode, days: { readonly since: Day }): Promise<NetworkCard[]> {
  const { since } = days;
  const elsewhere = (till: string): SQL =>
    sql`${sql.raw(till)} NOT IN (SELECT till FROM till WHERE site = ${site})`;
  const rows = await rowsOf<CardRow>(
    db,
    sql`
    WITH held AS (
      SELECT c.card_id, c.person_id, p.initials, p.birth_year, b.imported_at, p.till
      FROM card AS c JOIN person AS p ON p.person_id = c.person_id
        JOIN batch AS b ON b.till = p.till AND b.batch_no = p.batch_no
      WHERE NOT c.replaced),
    card AS (
      SELECT DISTINCT ON (card_id) card_id, person_id, initials, birth_year FROM held
      ORDER BY card_id, imported_at, till),
    holder AS (SELECT DISTINCT card_id, person_id FROM held),
    rights AS (
      SELECT h.card_id, max(e.until_day) AS until_day, min(e.from_day) FILTER (WHERE e.until_day >= ${since}::date)
        AS from_day
      FROM holder AS h JOIN entitlement AS e ON e.person_id = h.person_id
      WHERE NOT e.taken_back GROUP BY h.card_id)
    SELECT card.card_id AS id, card.person_id AS "networkId", card.initials,
      card.birth_year AS "birthYear",
      (SELECT json_agg(json_build_object('id', e.entitlement_id, 'from', e.from_day::text, 'until', e.until_day::text,
          'families', e.families, 'policyVersion', e.policy_version, 'renewal', e.renewal)
          ORDER BY e.from_day, e.renewal, e.entitlement_id)
        FROM holder AS h JOIN entitlement AS e ON e.person_id = h.person_id
        WHERE h.card_id = card.card_id AND NOT e.taken_back AND ${elsewhere('e.till')}) AS windows,
      (SELECT json_agg(json_build_object('family', u.family, 'units', u.units,
          'referenceCents', u.reference_cents, 'on', u.on_day::text, 'forHousehold', u.for_household,
          'replacement', u.replacement, 'walkIn', u.walk_in) ORDER BY u.on_day, u.till, u.seq, u.line_no)
        FROM holder AS h JOIN usage AS u ON u.person_id = h.person_id
        WHERE h.card_id = card.card_id AND u.on_day >= least(rights.from_day, ${since}::date)
          AND ${elsewhere('u.till')}) AS usage
    FROM card LEFT JOIN rights ON rights.card_id = card.card_id
    WHERE rights.until_day IS NULL OR rights.until_day >= ${since}::date
    ORDER BY card.card_id`,
  );
  return rows.map(({ windows, usage, ...card }) => ({
    ...card,
    windows: (windows ?? []).map((one) => ({ ...one, families: familiesIn(one.families) })),
    usage: (usage ?? []).map((one) => ({ ...one, referenceCents: cents(Number(one.referenceCents)) })),
  }));
}

const familiesIn = (text: string): '*' | FamilyId[] =>
  text === '*' ? '*' : text.split(' ').map((one) => brandAs<FamilyId>(one));
