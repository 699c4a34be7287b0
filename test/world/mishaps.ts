import { brandAs } from '#domain/ids.ts';
import { cash, closeDay } from '#test/support/desk.ts';
import { type History, nameOf, oneOf, tillsOf } from './people.ts';

/** Everybody closes in some order; the days of some tills, or the answers, do not get through. Then another day begins. */
export async function night(history: History): Promise<void> {
  const { world, told, dice } = history;
  const { points, lines } = world;
  lines.clear();
  for (const page of tillsOf(world)) if (dice(3) === 0) lines.set(page, dice(3) === 0 ? 'answer' : 'request');
  const left = [...tillsOf(world)];
  const order = tillsOf(world).map(() => left.splice(dice(left.length), 1)[0] ?? points.first);
  for (const page of order) await closeDay(page);
  for (const page of order) await page.call('sendNow', {});
  const lost = (page: (typeof order)[number]): string =>
    lines.has(page) ? ` (${lines.get(page)} lost)` : '';
  told.push(`night: ${order.map((page) => nameOf(world, page) + lost(page)).join(', ')}`);
  await nextDay(history);
}

/** Nights in which everything gets through: after them every point has heard of all. */
export async function quietNights(history: History, count: number): Promise<void> {
  const { world } = history;
  world.lines.clear();
  for (let nights = 0; nights < count; nights += 1) {
    for (const page of tillsOf(world)) await closeDay(page);
    for (const page of [...tillsOf(world), ...tillsOf(world)]) await page.done('sendNow', {});
    await nextDay(history);
  }
}

async function nextDay(history: History): Promise<void> {
  const { points } = history.world;
  history.nights += 1;
  points.nextDay();
  for (const page of tillsOf(history.world)) await points.open(page);
}

/** The application of a point ends and starts again. */
export async function restart(history: History): Promise<void> {
  const page = oneOf(history, tillsOf(history.world));
  await history.world.points.restart(page);
  history.told.push(`${nameOf(history.world, page)} started again`);
}

/** The disk of the second point is full when a sale is finished: it is refused and loses nothing, or is done once. */
export async function fullDisk({ world, told, people, sales, points }: History): Promise<void> {
  const { disk, points: both } = world;
  const [who] = people;
  if (!disk || !who) return;
  const at = both.other;
  await at.done('scan', { readings: [who.card] });
  const basket = await at.done('addProduct', { sku: brandAs('RECH-5') });
  const { saleId, totalCents, refusedCount, person } = basket;
  if (refusedCount > 0 || person === null) {
    await at.done('abandonBasket', { saleId, reason: 'other' });
    return;
  }
  const finish = { saleId, tenders: [cash(totalCents)], expectedTotalCents: totalCents };
  disk.fill();
  const refused = await at.call('finishSale', finish);
  disk.free();
  const sold = await at.done('finishSale', finish);
  told.push(`${who.name} bought RECH-5 at B1 on a full disk: ${refused.ok}, then ${sold.number}`);
  const walkIn = person.standing.kind === 'walk-in';
  const entry = {
    on: both.today(),
    family: 'topup',
    referenceCents: 500,
    forHousehold: false,
    walkIn,
  } as const;
  who.model.bought.push(entry);
  sales.push({ saleId, at: points[1] ?? [], entry, holder: who });
}
