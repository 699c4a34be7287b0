import { type SQL, sql } from 'drizzle-orm';
import type { SiteCode } from '#domain/ids.ts';
import { type ByTender, addByTender, nothingByTender, tenderKinds } from '#domain/tender.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { DayFigures } from '../contract/board.ts';
import { lastPublication } from '../publish/publications.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

interface Totals {
  readonly sales: number;
  readonly returns: number;
  readonly totalCents: number;
  readonly referenceCents: number;
  readonly savingCents: number;
}

/** Figures of a point's business day, all tills together, added up from its rows; null for an unknown point. */
export async function dayFiguresOf(db: HqDb, site: SiteCode, day: Day): Promise<DayFigures | null> {
  const held = await lastPublication(db);
  const place = held?.catalogue.sites.find((one) => one.code === site);
  if (!held || !place) return null;
  const tillsOfSite = sql`(SELECT till FROM till WHERE site = ${site})`;
  const totals = await totalsOf(db, tillsOfSite, day);
  const ofDay = sql`till IN ${tillsOfSite} AND business_day = ${day}`;
  const paid = await tendersOf(db, sql`net_by_kind`, sql`sale WHERE ${ofDay}`);
  const corrected = await tendersOf(
    db,
    sql`change->'byKind'`,
    sql`correction WHERE ${ofDay} AND what = 'tender'`,
  );
  const labels = new Map<string, string>(held.catalogue.families.map((one) => [one.id, one.label]));
  const families = await familiesOf(db, tillsOfSite, day);
  return {
    site,
    name: place.name,
    day,
    sales: totals.sales,
    returns: totals.returns,
    corrections: await countOf(
      db,
      sql`correction AS c WHERE c.till IN ${tillsOfSite} AND c.business_day = ${day}`,
    ),
    totalCents: totals.totalCents,
    referenceCents: totals.referenceCents,
    savingCents: totals.savingCents,
    byTender: addByTender(paid, corrected),
    families: families.map((one) => ({ ...one, label: labels.get(one.family) ?? one.family })),
    persons: await countOf(db, inBatches('person', tillsOfSite, day)),
    entitlements: await countOf(db, sql`${inBatches('entitlement', tillsOfSite, day)} AND NOT x.taken_back`),
    differences: await rowsOf(
      db,
      sql`SELECT tender, expected_cents::float8 AS "expectedCents", counted_cents::float8 AS "countedCents",
        difference_cents::float8 AS "differenceCents", reason
      FROM difference WHERE till IN ${tillsOfSite} AND business_day = ${day} ORDER BY till, seq, position`,
    ),
    batches: await batchesOf(db, tillsOfSite, day),
  };
}

// Cents stay whole far beyond 2^53, and a float comes back as a number from both databases.
const sum = (column: string): SQL => sql.raw(`coalesce(sum(${column}), 0)::float8`);

async function totalsOf(db: HqDb, tills: SQL, day: Day): Promise<Totals> {
  const [totals] = await rowsOf<Totals>(
    db,
    sql`SELECT (count(*) FILTER (WHERE kind = 'sale'))::int AS sales,
      (count(*) FILTER (WHERE kind = 'return'))::int AS returns,
      ${sum('total_cents')} AS "totalCents", ${sum('reference_cents')} AS "referenceCents",
      ${sum('saving_cents')} AS "savingCents"
    FROM sale WHERE till IN ${tills} AND business_day = ${day}`,
  );
  if (!totals) throw new Error('a sum always has a row');
  return totals;
}

/** Adds up amounts that stand by kind of tender in a column of `from`. */
async function tendersOf(db: HqDb, column: SQL, from: SQL): Promise<ByTender<number>> {
  const sums = tenderKinds.map(
    (kind) => sql`coalesce(sum((${column}->>${kind})::bigint), 0)::float8 AS ${sql.identifier(kind)}`,
  );
  const [row] = await rowsOf<ByTender<number>>(db, sql`SELECT ${sql.join(sums, sql`, `)} FROM ${from}`);
  return row ?? nothingByTender;
}

const familiesOf = (
  db: HqDb,
  tills: SQL,
  day: Day,
): Promise<{ family: string; units: number; totalCents: number; savingCents: number }[]> =>
  rowsOf(
    db,
    sql`SELECT l.family, sum(l.quantity)::int AS units, sum(l.total_cents)::float8 AS "totalCents",
      sum(l.saving_cents)::float8 AS "savingCents"
    FROM sale_line AS l JOIN sale AS s ON s.till = l.till AND s.seq = l.seq
    WHERE s.till IN ${tills} AND s.business_day = ${day} GROUP BY l.family ORDER BY l.family`,
  );

async function countOf(db: HqDb, from: SQL): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(db, sql`SELECT count(*)::int AS n FROM ${from}`);
  return row?.n ?? 0;
}

const inBatches = (table: 'person' | 'entitlement', tills: SQL, day: Day): SQL =>
  sql`${sql.raw(`"${table}"`)} AS x JOIN batch AS b ON b.till = x.till AND b.batch_no = x.batch_no
    WHERE b.till IN ${tills} AND b.business_day = ${day}`;

async function batchesOf(db: HqDb, tills: SQL, day: Day): Promise<DayFigures['batches']> {
  const rows = await rowsOf<{
    till: string;
    batchNo: number;
    importedAt: Instant;
    records: number;
    referenceNumber: number;
    appVersion: string;
    verifiedAt: Instant | null;
    defect: string | null;
  }>(
    db,
    sql`SELECT till, batch_no AS "batchNo", imported_at AS "importedAt", records,
      reference_number AS "referenceNumber", app_version AS "appVersion", verified_at AS "verifiedAt",
      signature_defect AS defect
    FROM batch WHERE till IN ${tills} AND business_day = ${day} ORDER BY till, batch_no`,
  );
  return rows.map(({ verifiedAt, defect, ...row }) => {
    const checked = defect === null ? ('hold' as const) : ('broken' as const);
    return { ...row, signatures: verifiedAt === null ? ('to-check' as const) : checked };
  });
}
