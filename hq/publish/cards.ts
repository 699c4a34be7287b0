import { sql } from 'drizzle-orm';
import { type CardId, type FamilyId, type PersonId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import type { NetworkCard } from '#domain/network.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

/** What a card opens; `entry` is null where another card was given in its place. */
export interface CardEntry {
  readonly id: CardId;
  readonly recipient: string;
  readonly entry: NetworkCard | null;
}

interface CardRow {
  readonly id: CardId;
  readonly recipient: string;
  readonly networkId: PersonId;
  readonly initials: string;
  readonly birthYear: number | null;
  readonly windows:
    | readonly (Omit<NetworkCard['windows'][number], 'families'> & { readonly families: string })[]
    | null;
  readonly usage: NetworkCard['usage'] | null;
}

/**
 * Every card of the network: one card is one person, at however many points they were registered. With all of their
 * windows and what was taken since the first that still matters, each with the site that it happened at.
 */
export async function cardEntries(db: HqDb, since: Day): Promise<CardEntry[]> {
  const rows = await rowsOf<CardRow>(
    db,
    sql`
    WITH held AS (
      SELECT c.card_id, c.recipient, c.person_id, p.initials, p.birth_year, b.imported_at, p.till
      FROM card AS c JOIN person AS p ON p.person_id = c.person_id
        JOIN batch AS b ON b.till = p.till AND b.batch_no = p.batch_no
      WHERE NOT c.replaced),
    one AS (
      SELECT DISTINCT ON (card_id) card_id, recipient, person_id, initials, birth_year FROM held
      ORDER BY card_id, imported_at, till),
    holder AS (SELECT DISTINCT card_id, person_id FROM held),
    rights AS (
      SELECT h.card_id, max(e.until_day) AS until_day, min(e.from_day) FILTER (WHERE e.until_day >= ${since}::date)
        AS from_day
      FROM holder AS h JOIN entitlement AS e ON e.person_id = h.person_id
      WHERE NOT e.taken_back GROUP BY h.card_id)
    SELECT one.card_id AS id, one.recipient, one.person_id AS "networkId", one.initials,
      one.birth_year AS "birthYear",
      (SELECT json_agg(json_build_object('id', e.entitlement_id, 'site', t.site, 'from', e.from_day::text,
          'until', e.until_day::text, 'families', e.families, 'policyVersion', e.policy_version, 'renewal', e.renewal)
          ORDER BY e.from_day, e.renewal, e.entitlement_id)
        FROM holder AS h JOIN entitlement AS e ON e.person_id = h.person_id JOIN till AS t ON t.till = e.till
        WHERE h.card_id = one.card_id AND NOT e.taken_back) AS windows,
      (SELECT json_agg(json_build_object('site', t.site, 'family', u.family, 'units', u.units,
          'referenceCents', u.reference_cents, 'on', u.on_day::text, 'forHousehold', u.for_household,
          'replacement', u.replacement, 'walkIn', u.walk_in) ORDER BY u.on_day, u.till, u.seq, u.line_no)
        FROM holder AS h JOIN usage AS u ON u.person_id = h.person_id JOIN till AS t ON t.till = u.till
        WHERE h.card_id = one.card_id AND u.on_day >= least(rights.from_day, ${since}::date)) AS usage
    FROM one LEFT JOIN rights ON rights.card_id = one.card_id
    WHERE rights.until_day IS NULL OR rights.until_day >= ${since}::date
    ORDER BY one.card_id`,
  );
  const known = new Set<string>(rows.map((row) => row.id));
  return [
    ...rows.map(entryOf),
    ...(await replacedCards(db)).filter((one) => !known.has(one.id)).map((one) => ({ ...one, entry: null })),
  ];
}

const entryOf = ({ id, recipient, windows, usage, ...card }: CardRow): CardEntry => ({
  id,
  recipient,
  entry: {
    v: 2,
    id,
    ...card,
    windows: (windows ?? []).map((one) => ({ ...one, families: familiesIn(one.families) })),
    usage: (usage ?? []).map((one) => ({ ...one, referenceCents: cents(Number(one.referenceCents)) })),
  },
});

const replacedCards = (db: HqDb): Promise<{ readonly id: CardId; readonly recipient: string }[]> =>
  rowsOf(
    db,
    sql`SELECT DISTINCT ON (card_id) card_id AS id, recipient FROM card WHERE replaced ORDER BY card_id`,
  );

const familiesIn = (text: string): '*' | FamilyId[] =>
  text === '*' ? '*' : text.split(' ').map((one) => brandAs<FamilyId>(one));
