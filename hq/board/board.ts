import { sql } from 'drizzle-orm';
import type { Site } from '#domain/catalogue.ts';
import { type Day, type Instant, addDays, dayIn, weekdayOf } from '#domain/time.ts';
import type { Board, BoardCell, BoardRow, CellState } from '../contract/board.ts';
import { lastPublication } from '../publish/publications.ts';
import { type HqDb, rowsOf } from '../store/store.ts';

interface DayRow {
  readonly site: string;
  readonly day: Day;
  readonly previous: Day | null;
  readonly sales: number;
  readonly totalCents: number;
  readonly differenceCents: number;
}

interface TillRow {
  readonly site: string;
  readonly enrolledOn: Day;
  readonly lastSeenAt: Instant | null;
  readonly publication: number | null;
}

interface ArrivalRow {
  readonly site: string;
  readonly status: string;
  readonly day: Day | null;
  readonly previous: Day | null;
  readonly at: Instant;
}

/** The board of points × days that ends on `until` (today when left out), in the order of the publication. */
export async function boardOf(
  db: HqDb,
  now: Instant,
  asked: { readonly until?: Day | undefined; readonly days: number },
): Promise<Board> {
  const held = await lastPublication(db);
  const today = dayIn(now, held?.catalogue.sites[0]?.timeZone ?? 'Europe/Paris');
  const last = asked.until ?? today;
  const days = Array.from({ length: asked.days }, (_, index) => addDays(last, index + 1 - asked.days));
  const first = days[0] ?? last;
  const [received, tills, arrivals] = [
    Map.groupBy(await dayRows(db, first), (row) => row.site),
    Map.groupBy(await tillRows(db), (row) => row.site),
    Map.groupBy(await openArrivals(db), (row) => row.site),
  ];
  const rows = (held?.catalogue.sites ?? []).map((site) =>
    rowOf(site, days, {
      received: received.get(site.code) ?? [],
      tills: tills.get(site.code) ?? [],
      arrivals: arrivals.get(site.code) ?? [],
      today: dayIn(now, site.timeZone),
      publication: held?.number ?? 0,
    }),
  );
  return { today, days, publication: held?.number ?? null, rows };
}

interface Known {
  readonly received: readonly DayRow[];
  readonly tills: readonly TillRow[];
  readonly arrivals: readonly ArrivalRow[];
  readonly today: Day;
  readonly publication: number;
}

function rowOf(site: Site, days: readonly Day[], known: Known): BoardRow {
  const cells = days.map((day) => cellOf(site, day, known));
  const silent = cells.filter((cell) => cell.state === 'silent');
  const lastIn =
    cells.findLast((cell) => cell.state === 'received' || cell.state === 'difference')?.day ?? '';
  return {
    site: site.code,
    name: site.name,
    phone: site.phone,
    manager: site.manager,
    openingDays: site.openingDays,
    tills: known.tills.length,
    silentSince: silent.find((cell) => cell.day > lastIn)?.day ?? null,
    lastSeenAt: latest(known.tills.map((till) => till.lastSeenAt)),
    holdsLatestPrices:
      known.tills.length > 0 && known.tills.every((till) => till.publication === known.publication),
    cells,
  };
}

const latest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants
    .filter((one) => one !== null)
    .toSorted()
    .at(-1) ?? null;

function cellOf(site: Site, day: Day, known: Known): BoardCell {
  const of = known.received.filter((row) => row.day === day);
  const sum = (pick: (row: DayRow) => number): number => of.reduce((total, row) => total + pick(row), 0);
  return {
    day,
    state: stateOf(site, day, known),
    sales: sum((row) => row.sales),
    totalCents: sum((row) => row.totalCents),
    differenceCents: sum((row) => row.differenceCents),
  };
}

function stateOf(site: Site, day: Day, known: Known): CellState {
  const { received, arrivals, today } = known;
  if (arrivals.some((one) => one.status !== 'gap' && arrivalDay(one, site) === day)) return 'trouble';
  const here = received.filter((row) => row.day === day);
  if (here.some((row) => row.differenceCents !== 0)) return 'difference';
  if (here.length > 0) return 'received';
  const gaps = arrivals.filter((one) => one.status === 'gap');
  if (gaps.some((one) => one.day === day)) return 'gap';
  if (gaps.some((one) => one.previous === day)) return 'closed-not-received';
  const enrolledOn = known.tills.map((till) => till.enrolledOn).toSorted()[0];
  const firstReceived = received.map((row) => row.day).toSorted()[0];
  const begins = [enrolledOn, firstReceived].filter((one) => one !== undefined).toSorted()[0];
  if (begins === undefined || day < begins) return 'before';
  if (!site.openingDays.includes(weekdayOf(day))) return 'closed-as-planned';
  if (received.some((row) => row.previous !== null && row.previous < day && day < row.day))
    return 'not-opened';
  return day >= today ? 'expected' : 'silent';
}

const arrivalDay = (one: ArrivalRow, site: Site): Day => one.day ?? dayIn(one.at, site.timeZone);

/** One row per received batch from `first` on, and the last one before it: it says what lies between. */
const dayRows = (db: HqDb, first: Day): Promise<DayRow[]> =>
  rowsOf<DayRow>(
    db,
    sql`SELECT b.site, b.business_day::text AS day, b.previous_business_day::text AS previous,
      coalesce((SELECT sum(c.sales) FROM day_closing AS c
        WHERE c.till = b.till AND c.batch_no = b.batch_no), 0)::int AS sales,
      coalesce((SELECT sum(c.total_cents) FROM day_closing AS c
        WHERE c.till = b.till AND c.batch_no = b.batch_no), 0)::float8 AS "totalCents",
      coalesce((SELECT sum(abs(d.difference_cents)) FROM difference AS d
        WHERE d.till = b.till AND d.batch_no = b.batch_no), 0)::float8 AS "differenceCents"
    FROM batch AS b WHERE b.business_day >= ${first} ORDER BY b.business_day, b.till`,
  );

const tillRows = (db: HqDb): Promise<TillRow[]> =>
  rowsOf<TillRow>(
    db,
    sql`SELECT t.site, left(t.enrolled_at, 10) AS "enrolledOn", t.last_seen_at AS "lastSeenAt",
      (SELECT r.publication FROM reference_issue AS r WHERE r.number = greatest(t.reference_served,
        (SELECT max(b.reference_number) FROM batch AS b WHERE b.till = t.till))) AS publication
    FROM till AS t`,
  );

/** Arrivals that were not taken and that no later one has put right. */
const openArrivals = (db: HqDb): Promise<ArrivalRow[]> =>
  rowsOf<ArrivalRow>(
    db,
    sql`SELECT t.site, a.status, a.business_day::text AS day, a.previous_business_day::text AS previous, a.at
    FROM acknowledgement AS a JOIN till AS t ON t.till = a.till
    WHERE (a.status = 'gap' AND a.batch_no > t.last_batch_no)
      OR a.status = 'conflict'
      OR (a.status IN ('quarantined', 'unknown-schema') AND a.batch_no > t.last_batch_no)`,
  );
