import { type PersonId, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { issueReferralFor } from '#hq/issue-referral.ts';
import { cash } from '#test/support/desk.ts';
import type { TillPage } from '#test/support/two-tills.ts';
import {
  type Bought,
  type History,
  type Someone,
  nameOf,
  newCard,
  newSim,
  oneOf,
  tillsOf,
} from './people.ts';
import { agreed } from './two-points.ts';

/** Somebody, at a till of a point where they are registered. */
function registered(history: History): { who: Someone; personId: PersonId; at: TillPage } {
  const who = oneOf(history, history.people);
  const [home, personId] = oneOf(history, [...who.at]);
  return { who, personId, at: oneOf(history, home) };
}

/** Somebody brings a paper: a new one, or one that was used already, for them or for another. */
export async function refer(history: History): Promise<void> {
  const { world, told, codes } = history;
  const { who, personId, at } = registered(history);
  const again = codes.length > 0 && history.dice(3) === 0;
  const { code, everything } = again ? oneOf(history, codes) : await issued(history);
  const claim = { proof: 'signed-code', code } as const;
  const opened = await at.call('openEntitlement', { personId, claim, override: null });
  const what = `paper ${codes.findIndex((one) => one.code === code) + 1}${everything ? '' : ' for SIM cards'}`;
  told.push(`${who.name} referred by ${what} at ${nameOf(world, at)}: ${opened.ok}`);
  if (!opened.ok) return;
  const { entitlementId, from } = opened.value;
  who.model.windows.push({ id: entitlementId, code, from, everything, takenBack: false });
}

async function issued({ world, dice, codes }: History): Promise<History['codes'][number]> {
  const everything = dice(4) > 0;
  const made = await issueReferralFor(
    world.points.hq,
    {
      prescriberId: brandAs('P001'),
      initials: 'QZ',
      birthYear: 1988,
      families: everything ? '*' : [brandAs('sim')],
      issuedOn: world.points.today(),
    },
    'world',
  );
  if (!made.ok) throw new Error(made.refusal.kind);
  const one = { code: made.value.code, everything };
  codes.push(one);
  return one;
}

export async function takeBack(history: History): Promise<void> {
  const { world, told } = history;
  const { who, at } = registered(history);
  const window = who.model.windows.find((one) => !one.takenBack);
  if (!window) return;
  const back = await at.call('correctReferral', { entitlementId: brandAs(window.id), approval: agreed });
  told.push(`${who.name}'s window taken back at ${nameOf(world, at)}: ${back.ok}`);
  window.takenBack = back.ok;
}

/** A card is lost and another given: the old one opens nothing any more. */
export async function replaceCard(history: History): Promise<void> {
  const { world, told } = history;
  const { who, personId, at } = registered(history);
  if (who.at.size > 1) return;
  const card = newCard(world);
  await at.done('giveCard', { personId, card });
  who.oldCards.push(who.card);
  who.card = card;
  told.push(`${who.name} has another card at ${nameOf(world, at)}`);
}

const goods = [
  { sku: 'RECH-5', family: 'topup', referenceCents: 500 },
  { sku: 'RECH-10', family: 'topup', referenceCents: 1_000 },
  { sku: 'RECH-20', family: 'topup', referenceCents: 2_000 },
  { sku: 'NET-20GO', family: 'data', referenceCents: 2_500 },
  { sku: 'CARTE-35', family: 'sim', referenceCents: 3_500 },
] as const;

/** Somebody comes with their card, wherever, and buys what the desk lets them, for themselves or for their home. */
export async function buy(history: History): Promise<void> {
  const { world, told, dice } = history;
  const who = oneOf(history, history.people);
  const at = oneOf(history, tillsOf(world));
  const good = oneOf(history, goods);
  const { basket, forHousehold } = await fill(history, { who, at, good, household: dice(5) === 0 });
  const { saleId, totalCents, refusedCount, person } = basket;
  if (refusedCount > 0 || person === null) {
    told.push(`${who.name} refused ${good.sku} at ${nameOf(world, at)}`);
    await at.done('abandonBasket', { saleId, reason: 'other' });
    return;
  }
  await at.done('finishSale', { saleId, tenders: [cash(totalCents)], expectedTotalCents: totalCents });
  const walkIn = person.standing.kind === 'walk-in';
  const { family, referenceCents } = good;
  const entry = { on: world.points.today(), family, referenceCents, forHousehold, walkIn };
  who.model.bought.push(entry);
  history.sales.push({
    saleId,
    at: history.points.find((tills) => tills.includes(at)) ?? [],
    entry,
    holder: who,
  });
  const how = `${walkIn ? ' as a walk-in' : ''}${forHousehold ? ' for the household' : ''}`;
  told.push(`${who.name} bought ${good.sku} at ${nameOf(world, at)}${how}`);
}

/** The basket of somebody with one thing in it. */
async function fill(
  { world }: History,
  what: { who: Someone; at: TillPage; good: (typeof goods)[number]; household: boolean },
) {
  const { who, at, good } = what;
  await at.done('scan', { readings: [who.card] });
  if (good.family === 'sim') await at.done('scan', { readings: [await newSim(world, at)] });
  else await at.done('addProduct', { sku: brandAs(good.sku) });
  const basket = await at.done('basket', {});
  const [line] = basket.lines;
  const entitled = basket.person?.standing.kind === 'entitled';
  if (!line || !what.household || !entitled) return { basket, forHousehold: false };
  const { lineId } = line;
  const marked = await at.done('markLine', { lineId, forHousehold: true, replacement: null });
  return { basket: marked, forHousehold: true };
}

/** The sale of somebody, and one of the tills of its point. */
const soldAt = (history: History): { sale: Bought; at: TillPage } | null => {
  if (history.sales.length === 0) return null;
  const sale = oneOf(history, history.sales);
  return { sale, at: oneOf(history, sale.at) };
};

/** A sale comes back at whichever till of its point, or what it sold is changed for another. */
export async function bringBack(history: History): Promise<void> {
  const { world, told } = history;
  const found = soldAt(history);
  if (!found) return;
  const { sale, at } = found;
  const as = sale.entry.family === 'sim' ? 'exchange' : 'refund';
  const { lines } = await at.done('ticket', { saleId: sale.saleId });
  const newUnit = as === 'exchange' ? await newSim(world, at) : null;
  const back = await at.call('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: lines.map(({ lineId }) => ({ lineId, quantity: 1, condition: 'faulty', as, newUnit })),
    override: { approval: agreed, reason: 'essai' },
  });
  told.push(
    `${sale.holder.name}'s ${sale.entry.family} came back (${as}) at ${nameOf(world, at)}: ${back.ok}`,
  );
  if (!back.ok || as === 'exchange') return;
  forget(history, sale);
}

function forget({ sales }: History, sale: Bought): void {
  const { bought } = sale.holder.model;
  bought.splice(bought.indexOf(sale.entry), 1);
  sales.splice(sales.indexOf(sale), 1);
}

/** A sale was somebody else's all along. */
export async function putRight(history: History): Promise<void> {
  const { world, people, told, sales } = history;
  const found = soldAt(history);
  if (!found) return;
  const { sale, at } = found;
  // Whoever is registered at both points may hold rights that this one has not heard of.
  const to = oneOf(
    history,
    people.filter((one) => one.at.size === 1 && one.at.has(sale.at)),
  );
  const personId = to?.at.get(sale.at);
  if (!to || !personId || to === sale.holder) return;
  const done = await at.call('correctPerson', { saleId: sale.saleId, personId, approval: agreed });
  told.push(`${sale.holder.name}'s sale put right to ${to.name} at ${nameOf(world, at)}: ${done.ok}`);
  if (!done.ok) return;
  forget(history, sale);
  const entitled = to.model.windows.some((one) => !one.takenBack && one.from <= sale.entry.on);
  const entry = { ...sale.entry, walkIn: !entitled };
  to.model.bought.push(entry);
  sales.push({ ...sale, holder: to, entry });
}

/** Too much was asked: money comes back, and nothing else changes. */
export async function putPriceRight(history: History): Promise<void> {
  const { world, told } = history;
  const found = soldAt(history);
  if (!found) return;
  const { sale, at } = found;
  const { lines } = await at.done('ticket', { saleId: sale.saleId });
  const [line] = lines;
  if (!line) return;
  const done = await at.call('correctPrice', {
    saleId: sale.saleId,
    correctionId: brandAs(crypto.randomUUID()),
    lineId: line.lineId,
    unitPriceCents: cents(50),
    reason: 'wrong-product',
    approval: agreed,
  });
  told.push(
    `price of ${sale.holder.name}'s ${sale.entry.family} put right at ${nameOf(world, at)}: ${done.ok}`,
  );
}
