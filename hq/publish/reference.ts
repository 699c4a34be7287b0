import { sql } from 'drizzle-orm';
import type { SiteCode } from '#domain/ids.ts';
import { type Day, type Instant, yearOf } from '#domain/time.ts';
import type { YearlyKey } from '#exchange/blinded.ts';
import { noUnits } from '#exchange/catalogue-schema.ts';
import { sealReference } from '#exchange/reference.ts';
import type { HqKeys } from '../keys.ts';
import { referenceIssues } from '../store/network-schema.ts';
import { type HqDb, type Store, rowsOf } from '../store/store.ts';
import { lastPublication } from './publications.ts';
import { sparesOf } from './spares.ts';

export interface ReferenceDeps {
  readonly store: Store;
  readonly keys: HqKeys;
  readonly now: () => Instant;
}

// Longest a cap looks back outside a window, and what a point needs to know of used referrals.
export const lookBackDays = 400;

/** The keys that may still be met: 400 days back stand in three years at most. This year's first. */
export function blindingKeys({ keys, now }: Pick<ReferenceDeps, 'keys' | 'now'>): YearlyKey[] {
  const year = yearOf(now().slice(0, 10) as Day);
  return [year, year - 1, year - 2].map((one) => ({ year: one, key: keys.yearlyKey(one) }));
}

/** Number of the catalogue in force; a new one when prices, revocations, spare numbers or the year changed. */
export async function currentReferenceNumber(deps: ReferenceDeps): Promise<number | null> {
  const [head] = await rowsOf<{ publication: number | null; key: string }>(
    deps.store.db,
    sql`SELECT (SELECT max(number) FROM publication) AS publication, concat_ws('/',
      (SELECT count(*) FROM revocation), (SELECT count(*) FROM till)) AS key`,
  );
  if (!head || head.publication === null) return null;
  const { publication } = head;
  const contentKey = `2/${publication}/${head.key}/${deps.now().slice(0, 4)}/${deps.keys.issue.keyId}`;
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

/** The sealed catalogue of a site under a number. @throws before the first `publish`: it has no number then. */
export async function referenceFor(deps: ReferenceDeps, site: SiteCode, number: number): Promise<string> {
  const { store, keys } = deps;
  const held = await lastPublication(store.db);
  if (!held) throw new Error('nothing was published');
  return sealReference(
    {
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
      operators: [],
      units: held.units.get(site) ?? noUnits,
      yearlyKeys: blindingKeys(deps),
      cardSalt: keys.cardSalt,
      ageRecipients: [keys.age.recipient],
      hqSignKeyId: keys.sign.keyId,
      spares: await sparesOf(deps, site),
    },
    keys.sign,
  );
}

async function revocationKeys(db: HqDb): Promise<string[]> {
  const rows = await rowsOf<{ key: string }>(
    db,
    sql`SELECT referral_key AS key FROM revocation ORDER BY referral_key`,
  );
  return rows.map((row) => row.key);
}
