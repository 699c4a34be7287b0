import { type PersonId, type SaleId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { Tender } from '#domain/tender.ts';
import { type Day, addDays, dayIn, weekdayOf } from '#domain/time.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  credit,
  entitled,
  float50,
  hour,
  noReasons,
  sku,
} from './desk.ts';
import type { TestPoint } from './point.ts';

/** Numbers that look random and are the same for a seed in every run. */
export function diceOf(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const tiles = ['RECH-5', 'RECH-10', 'CHARGEUR', 'NET-20GO', 'ATELIER'];

/** Lives business days one after another, of every kind of act, each closed; months and years close with them. */
export async function liveDays(
  point: TestPoint,
  what: {
    readonly days: number;
    readonly salesADay: number;
    readonly seed: number;
    /** Days from one opening to the next, Sundays passed over; one when not said. */
    readonly every?: number;
  },
): Promise<void> {
  const dice = diceOf(what.seed);
  const oneOf = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  await point.signInAs('manager');
  await open(point);
  const people = [await entitled(point, 1), await entitled(point, 2, { birthName: 'Benali' }), null];
  for (let day = 0; day < what.days; day += 1) {
    if (day > 0) await open(point);
    for (let sale = 0; sale < what.salesADay; sale += 1) {
      await sellSomething(point, dice, oneOf(people));
      point.later(hour / 6);
    }
    await closeDay(point, { reasons: noReasons, approval });
    point.later(nextDay(today(point), what.every ?? 1) * 24 * hour);
  }
}

const today = (point: TestPoint): Day => dayIn(point.deps.now(), 'Europe/Paris');

/** Days until the next opening: nobody works on Sundays. */
const nextDay = (from: Day, every: number): number =>
  weekdayOf(addDays(from, every)) === 'sun' ? every + 1 : every;

async function open(point: TestPoint): Promise<void> {
  await point.done('openSession', { businessDay: today(point), count: float50, dayConfirmed: true });
}

async function sellSomething(
  point: TestPoint,
  dice: (sides: number) => number,
  to: PersonId | null,
): Promise<void> {
  await point.done('choosePerson', { personId: to, holdFirst: false });
  const lines = 1 + dice(2);
  for (let line = 0; line < lines; line += 1)
    await point.done('addProduct', { sku: sku(tiles[dice(tiles.length)] ?? 'CHARGEUR') });
  const basket = await point.done('basket', {});
  for (const line of basket.lines)
    if (line.verdict === 'refused') await point.done('removeLine', { lineId: line.lineId });
  const { saleId, totalCents, lines: kept } = await point.done('basket', {});
  if (kept.length === 0) return;
  const tenders = tendersFor(dice, totalCents);
  const sold = await point.done('finishSale', { saleId, tenders, expectedTotalCents: totalCents });
  await afterwards(point, dice, sold.saleId);
}

function tendersFor(dice: (sides: number) => number, total: number): Tender[] {
  if (total === 0) return [];
  const half = Math.floor(total / 2);
  const ways: Tender[][] = [
    [cash(total)],
    [cash(total + 500)],
    [bankCard(total)],
    [credit(total)],
    ...(half > 0 ? [[bankCard(half), cash(total - half)]] : []),
  ];
  return ways[dice(ways.length)] ?? [];
}

/** Now and then something more happens to a sale: a copy, a return, a correction, a movement of cash. */
async function afterwards(point: TestPoint, dice: (sides: number) => number, saleId: SaleId): Promise<void> {
  const what = dice(12);
  const ticket = await point.done('ticket', { saleId });
  const [line] = ticket.lines;
  if (what === 0) await point.done('reprintTicket', { saleId, reason: 'asked', to: 'printer' });
  if (what === 1 && line)
    await point.call('returnLines', {
      saleId,
      returnId: brandAs(crypto.randomUUID()),
      lines: [{ lineId: line.lineId, quantity: 1, condition: 'faulty', as: 'refund', newUnit: null }],
      override: { approval, reason: 'essai' },
    });
  if (what === 2 && ticket.totalCents > 0)
    await point.call('correctTender', { saleId, tenders: [bankCard(ticket.totalCents)], approval });
  if (what === 3 && line && line.unitPriceCents > 100)
    await point.call('correctPrice', {
      saleId,
      correctionId: brandAs(crypto.randomUUID()),
      lineId: line.lineId,
      unitPriceCents: cents(line.unitPriceCents - 100),
      reason: 'promise-kept',
      approval,
    });
  if (what === 4)
    await point.call('moveCash', {
      moveId: crypto.randomUUID(),
      kind: 'pay-in',
      cents: cents(1_000),
      reason: 'change',
      envelope: null,
      approval,
    });
}
