import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Input } from '#contract/ipc.ts';
import type { DayClosingPayload } from '#domain/closing.ts';
import { type PersonId, type SaleId, brandAs } from '#domain/ids.ts';
import { cents, sumCents } from '#domain/money.ts';
import type { CorrectionPayload, SalePayload } from '#domain/sale.ts';
import { type Tender, tenderKinds } from '#domain/tender.ts';
import { dayIn, instant } from '#domain/time.ts';
import { importBatch } from '#hq/import/import-batch.ts';
import { rebuild as rebuildThere } from '#hq/ledger/rebuild.ts';
import { rowsOf as rowsAt } from '#hq/store/store.ts';
import { openStore } from '#hq/open-store.ts';
import { rebuild } from '#main/ledger/rebuild.ts';
import { frozenOf, newNetwork, sealed, takeIn } from '#test/hq/network.ts';
import { temporaryFolder } from '#test/support/database.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  credit,
  defects,
  devices,
  entitled,
  float50,
  hour,
  openDay,
  payloadsOf,
  phones,
  recordsOf,
  register,
  rowsOf,
  scan,
  sims,
  sku,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';
import { diceOf } from '#test/support/year.ts';
import { seedsOf } from './seeds.ts';

const tiles = ['RECH-5', 'RECH-10', 'RECH-20', 'NET-20GO', 'CHARGEUR', 'ATELIER'];
const things = [...sims, ...phones, ...devices, '89331000042000001482', '89331000042000001854'];
const conditions = ['unopened', 'faulty'] as const;
const outcomes = ['exchange', 'refund'] as const;

interface Day {
  /** The desk at which something is pressed now; both are of one point. */
  readonly point: TestPoint;
  readonly desks: readonly [TestPoint, TestPoint];
  readonly dice: (sides: number) => number;
  readonly people: readonly PersonId[];
}

const oneOf = <T>({ dice }: Day, list: readonly T[]): T => list[dice(list.length)] as T;

const tendersFor = (day: Day, total: number): Tender[] => {
  if (total === 0) return [];
  const part = Math.floor(total / 2);
  return oneOf(day, [
    [cash(total)],
    [cash(total + 500)],
    [bankCard(total)],
    [credit(total)],
    [bankCard(part), cash(total - part)],
    [credit(part), bankCard(total - part)],
  ]);
};

const anySale = (day: Day): SaleId =>
  brandAs(
    String(oneOf(day, [...rowsOf(day.point, 'SELECT id FROM sale'), { id: crypto.randomUUID() }])['id']),
  );

async function finish(day: Day): Promise<void> {
  const { point } = day;
  const judged = await point.call('basket', {});
  if (!judged.ok) return;
  for (const line of judged.value.lines)
    if (line.verdict === 'refused') await point.call('removeLine', { lineId: line.lineId });
  if (day.dice(2) === 0) await point.call('addProduct', { sku: sku('CHARGEUR') });
  const { saleId, totalCents } = await point.done('basket', {});
  await point.call('startPayment', { saleId });
  const tenders = tendersFor(day, totalCents);
  if (day.dice(3) === 0) await point.call('setTenders', { saleId, tenders, cardPending: null });
  if (day.dice(6) === 0) await point.call('cancelPayment', { saleId });
  const finished = { saleId, tenders, expectedTotalCents: totalCents };
  const answers = await Promise.all([point.call('finishSale', finished), point.call('finishSale', finished)]);
  expect(answers[1]).toEqual(answers[0]);
  if (!answers[0]?.ok) await point.call('cancelPayment', { saleId });
}

async function bringBack(day: Day): Promise<void> {
  const { point } = day;
  const ticket = await point.call('ticket', { saleId: anySale(day) });
  if (!ticket.ok) return;
  const asked: Input<'returnLines'> = {
    saleId: ticket.value.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: ticket.value.lines
      .filter(() => day.dice(2) === 0)
      .map((line) => ({
        lineId: line.lineId,
        quantity: 1,
        condition: oneOf(day, conditions),
        as: oneOf(day, outcomes),
        newUnit: line.unit ? oneOf(day, things) : null,
      })),
    override: day.dice(2) === 0 ? { approval, reason: 'essai' } : null,
  };
  if (asked.lines.length > 0) await point.call('returnLines', asked);
}

async function correct(day: Day): Promise<void> {
  const { point } = day;
  const saleId = anySale(day);
  const given = day.dice(2) === 0 ? approval : null;
  if (day.dice(2) === 0) {
    await point.call('correctPerson', { saleId, personId: oneOf(day, day.people), approval: given });
    return;
  }
  const ticket = await point.call('ticket', { saleId });
  if (!ticket.ok || ticket.value.totalCents <= 0) return;
  const tenders = tendersFor(day, ticket.value.totalCents);
  await point.call('correctTender', { saleId, tenders, approval: given });
}

async function changeLine(day: Day): Promise<void> {
  const { point } = day;
  const basket = await point.call('basket', {});
  const line = basket.ok ? basket.value.lines[0] : undefined;
  if (!line) return;
  const { lineId } = line;
  await oneOf(day, [
    () => point.call('removeLine', { lineId }),
    () => point.call('markLine', { lineId, forHousehold: true, replacement: null }),
    () => point.call('markLine', { lineId, forHousehold: false, replacement: 'lost' }),
    () => point.call('replaceLine', { lineId, sku: sku(oneOf(day, tiles)) }),
    () => point.call('overrideLine', { lineId, reason: 'essai', approval }),
  ])();
}

async function holdOrRecall(day: Day): Promise<void> {
  const { point } = day;
  const held = await point.done('heldBaskets', {});
  const saleId = held.length > 0 ? oneOf(day, held).saleId : null;
  if (saleId === null || day.dice(2) === 0) await point.call('holdBasket', {});
  else if (day.dice(4) === 0) await point.call('abandonBasket', { saleId, reason: 'left' });
  else await point.call('recallBasket', { saleId });
}

const unknown = { cash: 'unknown', bankCard: 'unknown', structureCredit: 'unknown' } as const;

async function close(day: Day): Promise<void> {
  const { point } = day;
  const { saleId, payment } = await point.done('basket', {});
  if (payment) await point.done('setTenders', { saleId, tenders: [], cardPending: null });
  if (payment) await point.done('cancelPayment', { saleId });
  await closeDay(point, { held: oneOf(day, ['keep', 'abandon']), reasons: unknown, approval });
}

/** One till closes and opens again during the day; at night both do. */
async function closeAndOpen(day: Day): Promise<void> {
  const night = day.dice(2) === 0;
  const closing = night ? day.desks : [day.point];
  for (const point of closing) await close({ ...day, point });
  if (night) day.point.later(24 * hour);
  const businessDay = dayIn(day.point.deps.now(), 'Europe/Paris');
  for (const point of closing)
    await point.done('openSession', { businessDay, count: float50, dayConfirmed: true });
}

const moveCash = (day: Day) =>
  day.point.call('moveCash', {
    moveId: crypto.randomUUID(),
    kind: oneOf(day, ['pay-in', 'drop']),
    cents: cents(day.dice(4_000)),
    reason: 'bank',
    envelope: null,
    approval,
  });

const steps: readonly ((day: Day) => Promise<unknown>)[] = [
  (day) => day.point.call('addProduct', { sku: sku(oneOf(day, tiles)) }),
  (day) => day.point.call('addProduct', { sku: sku(oneOf(day, tiles)) }),
  (day) => scan(day.point, oneOf(day, things)),
  (day) => scan(day.point, oneOf(day, things)),
  (day) =>
    day.point.call('choosePerson', {
      personId: oneOf(day, [...day.people, null]),
      holdFirst: day.dice(2) === 0,
    }),
  changeLine,
  finish,
  finish,
  finish,
  bringBack,
  correct,
  holdOrRecall,
  moveCash,
  (day) => day.point.call('reprintTicket', { saleId: anySale(day), reason: 'asked', to: 'printer' }),
  (day) => day.point.signInAs(oneOf(day, ['seller', 'manager'])),
  async (day) => day.dice(3) === 0 && closeAndOpen(day),
];

test.each(seedsOf(8, 20))(
  'whatever is pressed at two tills on day %i, the books of both hold, and headquarters takes them in',
  async (seed) => {
    const first = await testPoint();
    const desks = [first, first.beside()] as const;
    for (const desk of desks) await openDay(desk);
    const people = [
      await entitled(first),
      await entitled(first, 2, { birthName: 'Benali', firstNames: 'Karim' }),
      await register(first, { birthName: 'Popescu', firstNames: 'Ana' }),
    ];
    const day: Day = { point: first, desks, dice: diceOf(seed), people };
    for (let step = 0; step < 300; step += 1) await oneOf(day, steps)({ ...day, point: oneOf(day, desks) });
    for (const point of desks) await close({ ...day, point });
    for (const desk of desks) booksHold(desk);
    peopleHold(first);
    unitsHold(first, desks.flatMap(soldAt));
    ledgerHolds(first);
    await arriveAtHeadquarters(desks, day.dice);
  },
);

const soldAt = (point: TestPoint): SalePayload[] =>
  recordsOf(point, 'sale')
    .filter((record) => record.type !== 'correction')
    .map((record) => record.payload as SalePayload);

function booksHold(point: TestPoint): void {
  expect(defects(point)).toEqual([]);
  const sold = soldAt(point);
  expect(sold.length).toBeGreaterThan(5);
  for (const one of sold) {
    expect(sumCents(tenderKinds.map((kind) => one.netByKind[kind]))).toBe(one.totalCents);
    expect(sumCents(one.lines.map((line) => line.totalCents))).toBe(one.totalCents);
  }
  for (const { of, change } of payloadsOf<CorrectionPayload>(point, 'sale', 'correction')) {
    if (change.what !== 'tender') continue;
    expect(sumCents(Object.values(change.byKind))).toBe(0);
    // Money is put right in the books of its own drawer.
    expect(of.startsWith(`${point.deps.till}-`)).toBe(true);
  }
  const last = payloadsOf<DayClosingPayload>(point, 'closing', 'day').at(-1);
  expect(last?.perpetual).toEqual({
    netCents: sumCents(sold.map((one) => one.totalCents)),
    absoluteCents: sumCents(sold.map((one) => Math.abs(one.totalCents))),
  });
}

/** What somebody took at either till counts for them, and never more comes back than was taken. */
function peopleHold(point: TestPoint): void {
  const usage = rowsOf(
    point,
    'SELECT sum(units) AS units, sum(reference_cents) AS cents FROM usage GROUP BY person_id, family',
  );
  for (const row of usage) {
    expect(Number(row['units'])).toBeGreaterThanOrEqual(0);
    expect(Number(row['cents'])).toBeGreaterThanOrEqual(0);
  }
}

/** A unit is sold once more than it came back, or as often; its row says which. */
function unitsHold(point: TestPoint, sold: readonly SalePayload[]): void {
  const out = new Map<string, number>();
  for (const { unit, quantity } of sold.flatMap((one) => one.lines))
    if (unit) out.set(unit.key, (out.get(unit.key) ?? 0) + quantity);
  for (const [key, times] of out)
    expect([key, times, point.store.unitByKey(brandAs(key))?.status === 'sold']).toEqual([
      key,
      times,
      times === 1,
    ]);
}

/** What people took, as it is written, is what the journal says; made anew from it, it is the same. */
function ledgerHolds(point: TestPoint): void {
  const written = () => [
    rowsOf(point, 'SELECT * FROM usage ORDER BY till, seq, line_no'),
    rowsOf(point, 'SELECT * FROM sale_holder ORDER BY sale_id'),
    rowsOf(point, 'SELECT * FROM entitlement ORDER BY id'),
    rowsOf(point, 'SELECT * FROM member_card ORDER BY card'),
  ];
  const before = written();
  point.store.transaction(() => rebuild(point.store));
  expect(written()).toEqual(before);
}

const counted =
  'SELECT till, seq, line_no, person_id, entitlement_id, family, units, reference_cents, on_day, replacement FROM usage ORDER BY till, seq, line_no';

/** Each till's days in its order; those of the two come in any. */
async function arriveAtHeadquarters(desks: readonly TestPoint[], dice: Day['dice']): Promise<void> {
  const store = await openStore({
    folder: join(temporaryFolder(), 'hq'),
    at: instant('2026-11-02T18:30:00.000Z'),
  });
  if (!store.ok) throw new Error(store.refusal.kind);
  const deps = await newNetwork(store.value);
  const [first] = desks;
  if (first) await takeIn(deps, first);
  const days = desks.flatMap((desk) =>
    desk.store.batches(desk.deps.till, 100).map(({ batchNo }) => ({ desk, batchNo })),
  );
  const waiting = desks.map((desk) =>
    days.filter((one) => one.desk === desk).toSorted((a, b) => a.batchNo - b.batchNo),
  );
  while (waiting.some((one) => one.length > 0)) {
    const some = waiting.filter((one) => one.length > 0);
    const next = some[dice(some.length)]?.shift();
    if (!next) continue;
    const { desk, batchNo } = next;
    const { body } = await importBatch(deps, await sealed(deps, frozenOf(desk, batchNo)), null);
    expect([desk.deps.till, batchNo, body.status]).toEqual([desk.deps.till, batchNo, { kind: 'accepted' }]);
  }
  for (const desk of desks) {
    const [held] = await rowsAt<{ sales: number; total: number }>(
      store.value.db,
      sql`SELECT count(*)::int AS sales, coalesce(sum(total_cents), 0)::float8 AS total
        FROM sale WHERE till = ${desk.deps.till}`,
    );
    const sold = soldAt(desk);
    expect(held).toEqual({ sales: sold.length, total: sumCents(sold.map((one) => one.totalCents)) });
  }
  if (first) {
    const here = rowsOf(first, counted);
    const there = (): Promise<object[]> =>
      rowsAt(store.value.db, sql.raw(counted.replace('on_day,', 'on_day::text AS on_day,')));
    const numbers = (rows: readonly object[]) =>
      rows.map((row) => ({
        ...row,
        reference_cents: Number((row as Record<string, unknown>)['reference_cents']),
      }));
    const windows = rowsOf(
      first,
      'SELECT id, person_id, from_day, until_day, renewal, cancelled_at IS NOT NULL AS back FROM entitlement ORDER BY id',
    ).map((row) => ({ ...row, back: row['back'] === 1 }));
    const windowsThere = (): Promise<object[]> =>
      rowsAt(
        store.value.db,
        sql`SELECT entitlement_id AS id, person_id, from_day::text AS from_day, until_day::text AS until_day, renewal,
          taken_back AS back FROM entitlement ORDER BY entitlement_id`,
      );
    for (const again of [false, true]) {
      if (again) await store.value.transaction(rebuildThere);
      expect(numbers(await there())).toEqual(here);
      expect(await windowsThere()).toEqual(windows);
    }
  }
  await store.value.close();
}
