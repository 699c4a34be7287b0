import { type SQL, sql } from 'drizzle-orm';
import { type Usage, countsFor, periodOf, takenOf } from '#domain/cap.ts';
import type { Catalogue, Family } from '#domain/catalogue.ts';
import type { Entitlement } from '#domain/entitlement.ts';
import { type FamilyId, type PersonId, type TillId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { OpenedBatch } from '#exchange/open-batch.ts';
import { flags } from '../store/schema.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

type Flag = typeof flags.$inferInsert;

export interface FlagContext {
  /** Whose usage the batch changed. */
  readonly touched: ReadonlySet<PersonId>;
  readonly catalogue: () => Promise<Catalogue | null>;
  readonly at: Instant;
}

/**
 * What the points could not know of each other: the same referral used twice, a cap passed by buying at two
 * points. Flagged for headquarters' work list; nothing is refused.
 */
export async function flagBatch(db: HqDb, batch: OpenedBatch, context: FlagContext): Promise<void> {
  const found = [
    ...(await referralsTwice(db, batch, context.at)),
    ...(await quotaOverlaps(db, batch, context)),
  ];
  if (found.length > 0) await db.insert(flags).values(found).onConflictDoNothing();
}

async function referralsTwice(db: HqDb, batch: OpenedBatch, at: Instant): Promise<Flag[]> {
  const { till, batchNo } = batch.manifest;
  const rows = await rowsOf<{ key: string; on: Day; other: TillId; otherOn: Day }>(
    db,
    sql`
      SELECT DISTINCT mine.referral_key AS key, mine.used_on AS on, other.till AS other,
        other.used_on AS "otherOn"
      FROM referral_use AS mine JOIN referral_use AS other ON other.referral_key = mine.referral_key
      WHERE mine.till = ${till} AND mine.batch_no = ${batchNo} AND mine.verdict <> 'refused'
        AND other.till <> mine.till AND other.verdict <> 'refused'
        AND NOT ${takenBack('mine')} AND NOT ${takenBack('other')}`,
  );
  return rows.map((row) => ({
    till,
    kind: 'referral-twice',
    key: `${row.key} ${row.other}`,
    batchNo,
    onDay: row.on,
    detail: {
      referralKey: row.key,
      otherTill: row.other,
      otherOn: row.otherOn,
      sameDay: row.on === row.otherOn,
    },
    at,
  }));
}

/** A use whose window was taken back was given back: the referral served nobody. */
const takenBack = (use: 'mine' | 'other'): SQL => {
  const of = sql.raw(use);
  return sql`EXISTS (SELECT 1 FROM entitlement AS e WHERE e.till = ${of}.till
    AND e.entitlement_id = ${of}.entitlement_id AND e.taken_back)`;
};

interface UsageRow {
  readonly till: TillId;
  readonly personId: string;
  readonly family: string;
  readonly units: number;
  readonly referenceCents: string | number;
  readonly on: Day;
  readonly forHousehold: boolean;
  readonly replacement: Usage['replacement'];
}

async function quotaOverlaps(db: HqDb, batch: OpenedBatch, context: FlagContext): Promise<Flag[]> {
  const { till, batchNo, businessDay } = batch.manifest;
  if (context.touched.size === 0) return [];
  const rows = await rowsOf<UsageRow>(db, usageElsewhereToo(till, context.touched));
  const catalogue = rows.length === 0 ? null : await context.catalogue();
  if (!catalogue) return [];
  const windows = await windowsOf(db, [...new Set(rows.map((row) => row.personId))]);
  const families = catalogue.families.filter((family) => family.cap?.who === 'person');
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return [...byPerson].flatMap(([personId, own]) =>
    families.flatMap((family) => {
      const over = overCap(family, own, windowOn(windows.get(personId) ?? [], businessDay), businessDay);
      if (!over) return [];
      const detail = { personId, family: family.id, ...over };
      const key = `${personId} ${family.id} ${businessDay}`;
      return [
        { till, kind: 'quota-overlap' as const, key, batchNo, onDay: businessDay, detail, at: context.at },
      ];
    }),
  );
}

/** Usage of everybody touched by this batch who also bought at another till; one card is one person. */
const usageElsewhereToo = (till: TillId, touched: ReadonlySet<PersonId>): SQL => sql`
  WITH mine AS (SELECT person_id FROM (VALUES ${sql.join(
    [...touched].map((one) => sql`(${one}::text)`),
    sql`, `,
  )}) AS t (person_id)),
  same AS (
    SELECT mine.person_id, mine.person_id AS other_id FROM mine
    UNION SELECT mine.person_id, twin.person_id FROM mine
      JOIN card AS c ON c.person_id = mine.person_id JOIN card AS twin ON twin.card_id = c.card_id
    UNION SELECT mine.person_id, twin.person_id FROM mine
      JOIN person AS p ON p.person_id = mine.person_id AND p.card_hash IS NOT NULL
      JOIN person AS twin ON twin.card_hash = p.card_hash)
  SELECT u.till, same.person_id AS "personId", u.family, u.units, u.reference_cents AS "referenceCents",
    u.on_day::text AS on, u.for_household AS "forHousehold", u.replacement
  FROM same JOIN usage AS u ON u.person_id = same.other_id
  WHERE EXISTS (SELECT 1 FROM same AS s JOIN usage AS far ON far.person_id = s.other_id
    WHERE s.person_id = same.person_id AND far.till <> ${till})`;

function overCap(
  family: Family,
  rows: readonly UsageRow[],
  window: Entitlement | null,
  on: Day,
): { readonly max: number; readonly taken: number; readonly tills: readonly string[] } | null {
  const { cap } = family;
  const period = cap && periodOf(cap.per, on, window);
  if (!cap || !period) return null;
  const own = rows.filter((row) => row.family === family.id && period.from <= row.on);
  const tills = [...new Set(own.filter((row) => row.units > 0).map((row) => row.till))];
  const usage = own.map(usageOf).filter((one) => countsFor(cap, one, one.personId));
  const [first] = usage;
  if (!first || tills.length < 2) return null;
  const rule = { cap, family: family.id, replacements: false };
  const taken = takenOf(usage, rule, period, first.personId);
  const max = cap.maxUnits ?? cap.maxReferenceCents ?? 0;
  const amount = cap.maxUnits === undefined ? taken.referenceCents : taken.units;
  return amount > max ? { max, taken: amount, tills } : null;
}

const usageOf = (row: UsageRow): Usage => ({
  personId: brandAs<PersonId>(row.personId),
  family: brandAs<FamilyId>(row.family),
  units: row.units,
  referenceCents: cents(Number(row.referenceCents)),
  on: row.on,
  forHousehold: row.forHousehold,
  replacement: row.replacement,
});

async function windowsOf(db: HqDb, personIds: readonly string[]): Promise<Map<string, Entitlement[]>> {
  const list = sql.join(
    personIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await rowsOf<Entitlement>(
    db,
    sql`SELECT entitlement_id AS id, person_id AS "personId", from_day::text AS "from",
      until_day::text AS "until", policy_version AS "policyVersion", '*' AS families,
      referral_key AS "referralKey", renewal
    FROM entitlement WHERE person_id IN (${list})`,
  );
  return Map.groupBy(rows, (row) => row.personId);
}

const windowOn = (windows: readonly Entitlement[], on: Day): Entitlement | null =>
  windows.find((window) => window.from <= on && on <= window.until) ?? null;
