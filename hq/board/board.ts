import type { Site } from '#domain/catalogue.ts';
import { type Day, type Instant, addDays, dayIn, weekdayOf } from '#domain/time.ts';
import type { Board, BoardCell, BoardRow, BoardTill, CellState } from '../contract/board.ts';
import { lastPublication } from '../publish/publications.ts';
import type { HqDb } from '../store/store.ts';
import { type ArrivalRow, type DayRow, type TillRow, dayRows, openArrivals, tillRows } from './board-rows.ts';

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
  const received = Map.groupBy(await dayRows(db, first), (row) => row.till);
  const arrivals = Map.groupBy(await openArrivals(db), (row) => row.till);
  const tills = Map.groupBy(await tillRows(db), (row) => row.site);
  const rows = (held?.catalogue.sites ?? []).map((site) => {
    const own = (tills.get(site.code) ?? []).map((till) =>
      tillOf(site, days, {
        till,
        received: received.get(till.till) ?? [],
        arrivals: arrivals.get(till.till) ?? [],
        today: dayIn(now, site.timeZone),
        publication: held?.number ?? 0,
      }),
    );
    return rowOf(site, days, own);
  });
  return { today, days, publication: held?.number ?? null, rows };
}

/** What is known of one till. */
interface Known {
  readonly till: TillRow;
  readonly received: readonly DayRow[];
  readonly arrivals: readonly ArrivalRow[];
  readonly today: Day;
  readonly publication: number;
}

function tillOf(site: Site, days: readonly Day[], known: Known): BoardTill {
  const cells = days.map((day) => cellOf(site, day, known));
  const silent = cells.filter((cell) => cell.state === 'silent');
  const lastIn =
    cells.findLast((cell) => cell.state === 'received' || cell.state === 'difference')?.day ?? '';
  const { till, lastSeenAt, publication } = known.till;
  return {
    till,
    silentSince: silent.find((cell) => cell.day > lastIn)?.day ?? null,
    lastSeenAt,
    holdsLatestPrices: publication === known.publication,
    cells,
  };
}

/** A point is as its worst till is: what one has not sent does not hide behind what another has. */
function rowOf(site: Site, days: readonly Day[], tills: readonly BoardTill[]): BoardRow {
  const { code, name, phone, manager, openingDays } = site;
  return {
    site: code,
    name,
    phone,
    manager,
    openingDays,
    tills,
    silentSince:
      tills
        .flatMap((one) => one.silentSince ?? [])
        .toSorted()
        .at(0) ?? null,
    lastSeenAt: latest(tills.map((one) => one.lastSeenAt)),
    holdsLatestPrices: tills.length > 0 && tills.every((one) => one.holdsLatestPrices),
    cells: days.map((day, at) =>
      together(
        day,
        tills.flatMap((one) => one.cells[at] ?? []),
      ),
    ),
  };
}

/** From what shouts to what is as it should be; a point that sold at one till was open. */
const worstFirst: readonly CellState[] = [
  'trouble',
  'gap',
  'closed-not-received',
  'silent',
  'difference',
  'expected',
  'received',
  'not-opened',
  'closed-as-planned',
  'before',
];

function together(day: Day, cells: readonly BoardCell[]): BoardCell {
  const sum = (pick: (cell: BoardCell) => number): number =>
    cells.reduce((total, cell) => total + pick(cell), 0);
  return {
    day,
    state: worstFirst.find((state) => cells.some((cell) => cell.state === state)) ?? 'before',
    sales: sum((cell) => cell.sales),
    totalCents: sum((cell) => cell.totalCents),
    differenceCents: sum((cell) => cell.differenceCents),
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
  const { till, received, arrivals, today } = known;
  if (arrivals.some((one) => one.status !== 'gap' && arrivalDay(one, site) === day)) return 'trouble';
  const here = received.filter((row) => row.day === day);
  if (here.some((row) => row.differenceCents !== 0)) return 'difference';
  if (here.length > 0) return 'received';
  const gaps = arrivals.filter((one) => one.status === 'gap');
  if (gaps.some((one) => one.day === day)) return 'gap';
  if (gaps.some((one) => one.previous === day)) return 'closed-not-received';
  const firstReceived = received.map((row) => row.day).toSorted()[0];
  const begins = [till.enrolledOn, firstReceived].filter((one) => one !== undefined).toSorted()[0];
  if (begins === undefined || day < begins) return 'before';
  if (!site.openingDays.includes(weekdayOf(day))) return 'closed-as-planned';
  if (received.some((row) => row.previous !== null && row.previous < day && day < row.day))
    return 'not-opened';
  return day >= today ? 'expected' : 'silent';
}

const arrivalDay = (one: ArrivalRow, site: Site): Day => one.day ?? dayIn(one.at, site.timeZone);
