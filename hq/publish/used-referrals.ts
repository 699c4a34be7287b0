import { sql } from 'drizzle-orm';
import type { SiteCode } from '#domain/ids.ts';
import { type Day, yearOf } from '#domain/time.ts';
import { type YearlyKey, blindedReferral } from '#exchange/blinded.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

/**
 * Referrals used since a day, blinded, each with the first site that used it. Letters are left out: their key names a
 * structure and a person of one point. So is what was given back.
 */
export async function usedReferrals(
  db: HqDb,
  since: Day,
  keys: readonly YearlyKey[],
): Promise<{ readonly referral: string; readonly on: Day; readonly site: SiteCode }[]> {
  const rows = await rowsOf<{ key: string; on: Day; site: SiteCode }>(
    db,
    sql`SELECT DISTINCT ON (u.referral_key) u.referral_key AS key, u.used_on::text AS on, t.site
      FROM referral_use AS u JOIN till AS t ON t.till = u.till
      WHERE u.verdict <> 'refused' AND u.proof <> 'letter' AND u.used_on >= ${since}
        AND NOT EXISTS (SELECT 1 FROM entitlement AS e
          WHERE e.entitlement_id = u.entitlement_id AND e.taken_back)
      ORDER BY u.referral_key, u.used_on, t.site`,
  );
  const [newest] = keys;
  return rows.flatMap(({ key, on, site }) => {
    const yearly = keys.find((one) => one.year === yearOf(on)) ?? newest;
    return yearly ? [{ referral: blindedReferral(yearly, key), on, site }] : [];
  });
}
