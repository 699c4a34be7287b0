import type { MemberCard, PersonId, SaleId } from '#domain/ids.ts';
import { brandAs } from '#domain/ids.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import { issueReferralFor } from '#hq/issue-referral.ts';
import { cash, closeDay, form } from '#test/support/desk.ts';
import { type TwoPoints, agreed } from './two-points.ts';
import type { TillPage } from '#test/support/two-tills.ts';
import { type ModelPerson, standsAs } from './model.ts';

/** Two real points, one with two tills, their headquarters and the lines between, as histories are lived in them. */
export interface World {
  readonly points: TwoPoints;
  /** Tills whose days do not get through for now. */
  readonly cut: Set<TillPage>;
  /** Cards given so far: each is somebody's once. */
  cards: number;
}

interface Someone {
  readonly name: string;
  readonly personId: PersonId;
  readonly card: MemberCard;
  readonly home: readonly TillPage[];
  readonly model: ModelPerson;
}

interface Bought {
  readonly saleId: SaleId;
  readonly at: readonly TillPage[];
  readonly entry: ModelPerson['bought'][number];
  holder: Someone;
}

export interface History {
  readonly world: World;
  readonly dice: (sides: number) => number;
  readonly people: Someone[];
  readonly sales: Bought[];
  /** What happened, for whoever reads of a failure. */
  readonly told: string[];
  nights: number;
}

const oneOf = <T>({ dice }: History, list: readonly T[]): T => list[dice(list.length)] as T;

const shuffled = <T>(history: History, list: readonly T[]): T[] => {
  const left = [...list];
  return list.map(() => left.splice(history.dice(left.length), 1)[0] as T);
};

const pointsOf = ({ points }: World): readonly (readonly TillPage[])[] => [
  [points.first, points.beside],
  [points.other],
];
const tillsOf = ({ points }: World): readonly TillPage[] => [points.first, points.beside, points.other];
const nameOf = ({ points }: World, page: TillPage): string =>
  page === points.first ? 'A1' : page === points.beside ? 'A2' : 'B1';

/** Somebody new at one of the points, with a card; most have a referral, some for SIM cards alone. */
async function register(history: History): Promise<void> {
  const { world, people, told } = history;
  const home = oneOf(history, pointsOf(world));
  const at = oneOf(history, home);
  world.cards += 1;
  const name = `P${people.length + 1}`;
  const card = memberCardFrom(String(30_000_000 + world.cards));
  const registration = form({ birthName: `Zed${world.cards}`, firstNames: `Quin${world.cards}` });
  const { probablySame } = await at.done('likePersons', { registration });
  const notTheSame = probablySame.map((one) => one.personId);
  const { personId } = await at.done('registerPerson', { registration, notTheSame });
  await at.done('giveCard', { personId, card });
  people.push({ name, personId, card, home, model: { windows: [], bought: [] } });
  told.push(`${name} registered at ${nameOf(world, at)}`);
}

async function openWindow(history: History): Promise<void> {
  const { world, told } = history;
  const who = oneOf(history, history.people);
  const at = oneOf(history, who.home);
  const topUps = history.dice(4) > 0;
  const { points } = world;
  const issued = await issueReferralFor(
    points.hq,
    {
      prescriberId: brandAs('P001'),
      initials: 'QZ',
      birthYear: 1988,
      families: topUps ? '*' : [brandAs('sim')],
      issuedOn: points.today(),
    },
    'world',
  );
  if (!issued.ok) throw new Error(issued.refusal.kind);
  const claim = { proof: 'signed-code', code: issued.value.code } as const;
  const opened = await at.call('openEntitlement', { personId: who.personId, claim, override: null });
  told.push(`${who.name} referred at ${nameOf(world, at)}${topUps ? '' : ' for SIM cards'}: ${opened.ok}`);
  if (!opened.ok) return;
  const { entitlementId, from } = opened.value;
  who.model.windows.push({ id: entitlementId, from, topUps, takenBack: false });
}

async function takeBack(history: History): Promise<void> {
  const { world, told } = history;
  const who = oneOf(history, history.people);
  const window = who.model.windows.find((one) => !one.takenBack);
  if (!window) return;
  const at = oneOf(history, who.home);
  const back = await at.call('correctReferral', { entitlementId: brandAs(window.id), approval: agreed });
  told.push(`${who.name}'s window taken back at ${nameOf(world, at)}: ${back.ok}`);
  window.takenBack = back.ok;
}

/** Somebody comes with their card, wherever, and buys what the desk lets them. */
async function buy(history: History): Promise<void> {
  const { world, told } = history;
  const who = oneOf(history, history.people);
  const at = oneOf(history, tillsOf(world));
  const point = pointsOf(world).find((tills) => tills.includes(at)) ?? [];
  const scanned = await at.call('scan', { readings: [who.card] });
  if (!scanned.ok || scanned.value.to !== 'basket') return;
  const [product, referenceCents] = oneOf(history, [
    ['RECH-5', 500],
    ['RECH-10', 1_000],
    ['RECH-20', 2_000],
  ] as const);
  const basket = await at.done('addProduct', { sku: brandAs(product) });
  const { saleId, totalCents, refusedCount } = basket;
  if (refusedCount > 0) {
    told.push(`${who.name} refused ${product} at ${nameOf(world, at)}`);
    await at.done('abandonBasket', { saleId, reason: 'other' });
    return;
  }
  await at.done('finishSale', { saleId, tenders: [cash(totalCents)], expectedTotalCents: totalCents });
  const walkIn = basket.person?.standing.kind === 'walk-in';
  const entry = { on: world.points.today(), referenceCents, walkIn };
  who.model.bought.push(entry);
  history.sales.push({ saleId, at: point, entry, holder: who });
  told.push(`${who.name} bought ${product} at ${nameOf(world, at)}${walkIn ? ' as a walk-in' : ''}`);
}

/** A sale comes back, at whichever till of its point. */
async function giveBack(history: History): Promise<void> {
  const { world, sales, told } = history;
  if (sales.length === 0) return;
  const sale = oneOf(history, sales);
  const at = oneOf(history, sale.at);
  const { lines } = await at.done('ticket', { saleId: sale.saleId });
  const back = await at.call('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: lines.map(({ lineId }) => ({
      lineId,
      quantity: 1,
      condition: 'unopened',
      as: 'refund',
      newUnit: null,
    })),
    override: { approval: agreed, reason: 'essai' },
  });
  told.push(`${sale.holder.name}'s sale came back at ${nameOf(world, at)}: ${back.ok}`);
  if (!back.ok) return;
  const { bought } = sale.holder.model;
  bought.splice(bought.indexOf(sale.entry), 1);
  sales.splice(sales.indexOf(sale), 1);
}

/** A sale was somebody else's all along. */
async function putRight(history: History): Promise<void> {
  const { world, sales, people, told } = history;
  if (sales.length === 0) return;
  const sale = oneOf(history, sales);
  const to = oneOf(
    history,
    people.filter((one) => one.home === sale.at || one.home[0] === sale.at[0]),
  );
  const at = oneOf(history, sale.at);
  if (!to || to === sale.holder) return;
  const done = await at.call('correctPerson', {
    saleId: sale.saleId,
    personId: to.personId,
    approval: agreed,
  });
  told.push(`${sale.holder.name}'s sale put right to ${to.name} at ${nameOf(world, at)}: ${done.ok}`);
  if (!done.ok) return;
  const from = sale.holder.model.bought;
  from.splice(from.indexOf(sale.entry), 1);
  const entitled = to.model.windows.some((one) => !one.takenBack && one.from <= sale.entry.on);
  const entry = { ...sale.entry, walkIn: !entitled };
  to.model.bought.push(entry);
  Object.assign(sale, { holder: to, entry });
}

/** Everybody closes in some order; the days of some tills do not get through yet. Then another day begins. */
async function night(history: History): Promise<void> {
  const { world, told } = history;
  const { points, cut } = world;
  cut.clear();
  for (const page of tillsOf(world)) if (history.dice(3) === 0) cut.add(page);
  const order = shuffled(history, tillsOf(world));
  for (const page of order) await closeDay(page);
  for (const page of order) await page.call('sendNow', {});
  told.push(`night: ${order.map((page) => nameOf(world, page) + (cut.has(page) ? ' cut' : '')).join(', ')}`);
  history.nights += 1;
  points.nextDay();
  for (const page of tillsOf(world)) await points.open(page);
}

const acts = [buy, buy, buy, buy, openWindow, openWindow, takeBack, giveBack, putRight, putRight, night];

/** Lives some acts of a few people, and the two nights after which every point has heard of all of it. */
export async function live(world: World, dice: History['dice']): Promise<History> {
  const history: History = { world, dice, people: [], sales: [], told: [], nights: 0 };
  for (let count = 2 + dice(2); count > 0; count -= 1) await register(history);
  await openWindow(history);
  for (let count = 6 + dice(14); count > 0; count -= 1) await oneOf(history, acts)(history);
  for (let nights = 0; nights < 2; nights += 1) {
    world.cut.clear();
    for (const page of tillsOf(world)) await closeDay(page);
    for (const page of [...tillsOf(world), ...tillsOf(world)]) await page.done('sendNow', {});
    history.nights += 1;
    world.points.nextDay();
    for (const page of tillsOf(world)) await world.points.open(page);
  }
  return history;
}

/** What each desk is told of somebody by their card, beside what the model says. */
export async function knownOf(
  { world }: History,
  who: Someone,
): Promise<{ readonly desks: readonly unknown[]; readonly model: unknown }> {
  const today = world.points.today();
  const desks = [];
  for (const page of tillsOf(world)) {
    await page.done('scan', { readings: [who.card] });
    const { left } = await page.done('basket', {});
    const { person, lines, saleId } = await page.done('addProduct', { sku: brandAs('RECH-5') });
    await page.call('abandonBasket', { saleId, reason: 'other' });
    const standing = person?.standing.kind;
    const covered = lines.every((line) => line.reasons.every((one) => one.code !== 'family-not-referred'));
    const topUps = left.find((one) => one.family === 'topup')?.before ?? null;
    desks.push({ standing, topUps: standing === 'entitled' && covered ? topUps : null });
  }
  return { desks, model: standsAs(who.model, today) };
}
