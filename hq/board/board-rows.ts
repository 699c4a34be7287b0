import { sql } from 'drizzle-orm';
import type { TillId } from '#domain/ids.ts';
import type { Day, Instant } from '#domain/time.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

export interface DayRow {
  readonly till: TillId;
  readonly day: Day;
  readonly previous: Day | null;
  readonly sales: number;
  readonly totalCents: number;
  readonly differenceCents: number;
}

export interface TillRow {
  readonly till: TillId;
  readonly site: string;
  readonly enrolledOn: Day;
  readonly lastSeenAt: Instant | null;
  readonly publication: number | null;
}

export interface ArrivalRow {
  readonly till: TillId;
  readonly status: string;
  readonly day: Day | null;
  readonly previous: Day | null;
  readonly at: Instant;
}

/** One row per received batch from `first` on, and the last one before it: it says what lies between. */
export const dayRows = (db: HqDb, first: Day): Promise<DayRow[]> =>
  rowsOf<DayRow>(
    db,
    sql`SELECT b.till, b.business_day::text AS day, b.previous_business_day::text AS previous,
      coalesce((SELECT sum(c.sales) FROM day_closing AS c
        WHERE c.till = b.till AND c.batch_no = b.batch_no), 0)::int AS sales,
      coalesce((SELECT sum(c.total_cents) FROM day_closing AS c
        WHERE c.till = b.till AND c.batch_no = b.batch_no), 0)::float8 AS "totalCents",
      coalesce((SELECT sum(abs(d.difference_cents)) FROM difference AS d
        WHERE d.till = b.till AND d.batch_no = b.batch_no), 0)::float8 AS "differenceCents"
    FROM batch AS b WHERE b.business_day >= ${first} ORDER BY b.business_day, b.till`,
  );

export const tillRows = (db: HqDb): Promise<TillRow[]> =>
  rowsOf<TillRow>(
    db,
    sql`SELECT t.till, t.site, left(t.enrolled_at, 10) AS "enrolledOn", t.last_seen_at AS "lastSeenAt",
      (SELECT r.publication FROM reference_issue AS r WHERE r.number = greatest(t.reference_served,
        (SELECT max(b.reference_number) FROM batch AS b WHERE b.till = t.till))) AS publication
    FROM till AS t ORDER BY length(t.till), t.till`,
  );

/** Arrivals that were not taken and that no later one has put right. */
export const openArrivals = (db: HqDb): Promise<ArrivalRow[]> =>
  rowsOf<ArrivalRow>(
    db,
    sql`SELECT t.till, a.status, a.business_day::text AS day, a.previous_business_day::text AS previous, a.at
    FROM acknowledgement AS a JOIN till AS t ON t.till = a.till
    WHERE (a.status = 'gap' AND a.batch_no > t.last_batch_no)
      OR a.status = 'conflict'
      OR (a.status IN ('quarantined', 'unknown-schema') AND a.batch_no > t.last_batch_no)`,
  );
