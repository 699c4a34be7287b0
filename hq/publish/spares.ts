import { sql } from 'drizzle-orm';
import { type SiteCode, type TillId, brandAs } from '#domain/ids.ts';
import { type Spare, sealSpare } from '#exchange/reference.ts';
import type { HqKeys } from '../keys.ts';
import { spareTills } from '../store/network-schema.ts';
import { type HqDb, type Store, rowsOf } from '../store/store.ts';

const sparesATill = 2;

/**
 * The numbers kept for the tills of a site that are lost one day, two a till: reserved when they are first told, and
 * never given to another.
 */
export async function sparesOf(
  { store, keys }: { readonly store: Store; readonly keys: HqKeys },
  site: SiteCode,
): Promise<Spare[]> {
  return store.transaction(async ({ db }) => {
    await db.execute(sql`LOCK TABLE spare_till IN EXCLUSIVE MODE`);
    const tills = await rowsOf<{ till: TillId }>(
      db,
      sql`SELECT till FROM till WHERE site = ${site} ORDER BY till`,
    );
    const kept = await rowsOf<{ till: TillId; of: TillId }>(
      db,
      sql`SELECT till, of_till AS of FROM spare_till WHERE site = ${site} ORDER BY till`,
    );
    for (const { till: of } of tills)
      for (let count = kept.filter((one) => one.of === of).length; count < sparesATill; count += 1) {
        const till = brandAs<TillId>(`${site}-${await freeNumber(db, site)}`);
        await db.insert(spareTills).values({ till, site, ofTill: of });
        kept.push({ till, of });
      }
    return kept.map((one) => ({ ...one, permission: sealSpare({ v: 1, site, ...one }, keys.sign) }));
  });
}

/** Numbers of spares begin high, so that whoever adds a till counts on from the last one. */
const firstSpare = 501;

async function freeNumber(db: HqDb, site: SiteCode): Promise<number> {
  const [row] = await rowsOf<{ n: number | null }>(
    db,
    sql`SELECT max(split_part(till, '-', 2)::int) AS n FROM
      (SELECT till FROM spare_till WHERE site = ${site}
        UNION SELECT till FROM till WHERE site = ${site}
        UNION SELECT till FROM enrolment_code WHERE site = ${site}) AS taken
      WHERE split_part(till, '-', 2)::int >= ${firstSpare}`,
  );
  return (row?.n ?? firstSpare - 1) + 1;
}

/** Whether a number is kept for a lost till. */
export const isSpare = async (db: HqDb, till: TillId): Promise<boolean> =>
  (await rowsOf(db, sql`SELECT 1 FROM spare_till WHERE till = ${till}`)).length > 0;
