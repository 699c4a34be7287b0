import type { ReferralView } from '#contract/referral.ts';
import { changePrice } from '#hq/publish/price-change.ts';
import { issueReferralFor } from '#hq/issue-referral.ts';
import { brandAs } from '#domain/ids.ts';
import { cents, euros } from '#domain/money.ts';
import { addDays } from '#domain/time.ts';
import {
  type Desk,
  type Person,
  card,
  cash,
  mixed,
  noteRefusals,
  nothing,
  pay,
  scanIn,
  sell,
  structure,
} from './desk.ts';
import { register, registerKnown, voucher } from './people.ts';

const ean = {
  topUp5: '2000000000022',
  topUp10: '2000000000039',
  topUp20: '2000000000046',
  data: '2000000000053',
  charger: '2000000000138',
  workshop: '2000000000145',
  advice: '2000000000152',
};

/** ICCIDs of the point's stock, one after another. */
const sims = (() => {
  const all = [
    '89331000042000000005',
    '89331000042000000377',
    '89331000042000000740',
    '89331000042000001110',
    '89331000042000001482',
    '89331000042000001854',
    '89331000042000002225',
    '89331000042000002597',
    '89331000042000002969',
    '89331000042000003330',
    '89331000042000003702',
  ];
  let next = 0;
  return (): string => all[next++] ?? '';
})();

/** The morning: people who come back, devices, a structure that pays, a mixed payment. */
export async function morning(desk: Desk): Promise<Person[]> {
  const people = await registerKnown(desk);
  const [fatoumata, karim, ana, minh, ousmane, lea] = people as [
    Person,
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
  await sell(desk, { who: fatoumata, things: [sims()], pays: cash(2000), ticket: true });
  await sell(desk, { who: karim, things: [sims(), ean.topUp10], pays: card });
  await tooMuchCredit(desk, ana);
  await sell(desk, { who: minh, things: ['PASM25-0100'], pays: card });
  await sell(desk, { who: ousmane, things: ['PASM25-0102'], pays: structure });
  await sell(desk, { who: lea, things: ['356938030010004'], pays: mixed(2500, 2000) });
  return people;
}

/** Two top-ups of 20 € are more than the month allows: the till offers 10 € instead. */
async function tooMuchCredit(desk: Desk, who: Person): Promise<void> {
  await scanIn(desk, who.card);
  await scanIn(desk, sims());
  await scanIn(desk, ean.topUp20);
  const basket = await scanIn(desk, ean.topUp20);
  noteRefusals(desk, basket);
  const refused = basket.lines.find((line) => line.verdict === 'refused');
  if (!refused?.alternative) throw new Error('no smaller top-up was offered');
  desk.tell(
    `${who.name} : la deuxième recharge de 20 € dépasse le mois, la caisse propose ${refused.alternative.label}.`,
  );
  await desk.world.done('replaceLine', { lineId: refused.lineId, sku: refused.alternative.sku });
  await pay(desk, cash(2000));
}

/** New people: a signed code, a voucher, a letter; a walk-in; and those who cannot be accepted today. */
export async function newcomers(desk: Desk): Promise<Person[]> {
  const { world, tell } = desk;
  const issued = await issueReferralFor(
    world.hq,
    { prescriberId: brandAs('P002'), initials: 'SK', birthYear: 1993, families: '*', issuedOn: world.today },
    'demonstration',
  );
  if (!issued.ok) throw new Error(issued.refusal.kind);
  await world.done('sendNow', {});
  const salif = await register(desk, ['Salif', 'Keita', '1993-05-05'], {
    proof: 'signed-code',
    code: issued.value.code,
  });
  tell('Salif arrive avec un code signé : vérifié sans réseau, inscrit, carte imprimée.');
  const issuedOn = addDays(world.today, -3);
  const nour = await register(desk, ['Nour', 'Mansour', '1999-01-17'], {
    proof: 'voucher',
    number: voucher('003', 41),
    issuedOn,
  });
  tell('Nour arrive avec un bon numéroté : accepté.');
  const ines = await register(desk, ['Inès', 'Moreau', '1986-08-30'], {
    proof: 'letter',
    prescriberId: brandAs('P004'),
    referent: 'Référent·e 4',
    issuedOn,
  });
  tell('Inès arrive avec une lettre : acceptée sous réserve, la lettre lui est rendue.');
  for (const who of [salif, nour, ines]) await sell(desk, { who, things: [sims()], pays: cash(500) });
  await refusedReferrals(desk, issuedOn);
  const paul = await register(desk, ['Paul', 'Garnier', '1970-12-12'], null);
  await sell(desk, { who: paul, things: [sims()], pays: cash(1000) });
  tell(
    'Paul n’a pas encore d’orientation : une carte SIM de dépannage, l’orientation est attendue sous 30 jours.',
  );
  return [salif, nour, ines];
}

/** An expired voucher, one used twice, one of a suspended structure: each is refused with its reason. */
async function refusedReferrals(desk: Desk, issuedOn: ReturnType<typeof addDays>): Promise<void> {
  const { world, tell, tally } = desk;
  const late = addDays(world.today, -130);
  const claims = [
    { proof: 'voucher' as const, number: voucher('002', 77), issuedOn: late },
    { proof: 'voucher' as const, number: voucher('003', 41), issuedOn },
    { proof: 'voucher' as const, number: voucher('010', 7), issuedOn },
  ];
  for (const claim of claims) {
    const verdict: ReferralView = await world.done('verifyReferral', { claim, personId: null });
    if (verdict.verdict !== 'refused') throw new Error(`${claim.number} should be refused`);
    for (const { code } of verdict.reasons) tally.refusals.push({ code });
    tell(`Bon ${claim.number} refusé (${verdict.reasons.map((one) => one.code).join(', ')}).`);
  }
}

/** The afternoon: top-ups, workshops, a held basket, a unit already sold, a price that changes. */
export async function afternoon(
  desk: Desk,
  people: readonly Person[],
  fresh: readonly Person[],
): Promise<{ readonly chargerSale: string; readonly cardSale: string }> {
  const [, karim, , minh, ousmane, lea, rachid, olena, marie] = people as Person[] & { length: 9 };
  const [salif, nour, ines] = fresh as [Person, Person, Person];
  const byMistake = await sell(desk, { who: rachid ?? null, things: [ean.topUp5], pays: cash(100) });
  await sell(desk, { who: olena ?? null, things: [ean.data], pays: cash(500) });
  await sell(desk, { who: marie ?? null, things: [sims(), ean.data], pays: card });
  await sell(desk, { who: karim ?? null, things: [ean.workshop], pays: nothing });
  await sell(desk, { who: minh ?? null, things: [ean.advice], pays: nothing });
  await sell(desk, { who: null, things: [ean.charger], pays: cash(2000) });
  const charger = await sell(desk, {
    who: minh ?? null,
    things: [ean.charger],
    pays: cash(500),
    ticket: true,
  });
  await sell(desk, { who: ousmane ?? null, things: [ean.topUp20], pays: cash(500) });
  await sell(desk, { who: lea ?? null, things: [sims()], pays: card });
  await heldBasket(desk, rachid as Person);
  await alreadySold(desk, olena as Person);
  await newPrice(desk, salif);
  await sell(desk, { who: nour, things: [ean.topUp10], pays: cash(500) });
  await sell(desk, { who: ines, things: [ean.topUp5], pays: cash(500) });
  await sell(desk, { who: ousmane ?? null, things: [ean.workshop], pays: nothing });
  return { chargerSale: charger.saleId, cardSale: byMistake.saleId };
}

async function heldBasket(desk: Desk, who: Person): Promise<void> {
  await scanIn(desk, who.card);
  const basket = await scanIn(desk, sims());
  await desk.world.done('holdBasket', {});
  desk.tell(`${who.name} va retirer de l’argent : son panier est mis en attente, puis repris.`);
  desk.world.later(10);
  await desk.world.done('recallBasket', { saleId: basket.saleId });
  await pay(desk, cash(500));
}

async function alreadySold(desk: Desk, who: Person): Promise<void> {
  await scanIn(desk, who.card);
  const basket = await scanIn(desk, 'PASM25-0100');
  noteRefusals(desk, basket);
  const [line] = basket.lines;
  if (line?.reasons[0]?.code !== 'unit-already-sold') throw new Error('a sold unit was accepted');
  desk.tell('L’étiquette PASM25-0100 est déjà vendue : on prend le bon ordinateur.');
  await desk.world.done('removeLine', { lineId: line.lineId });
  await scanIn(desk, 'PASM25-0101');
  await pay(desk, card);
}

/** Headquarters lowers a price; the next reference brings it to the desk in the middle of the day. */
async function newPrice(desk: Desk, who: Person): Promise<void> {
  const { world } = desk;
  const before = (await world.done('tiles', {})).find((tile) => tile.sku === 'NET-20GO');
  const by = { name: 'demonstration', at: world.hq.now(), today: world.today };
  const changed = await changePrice(
    world.hq.store,
    { sku: brandAs('NET-20GO'), cents: cents(350), from: world.today },
    by,
  );
  if (!changed.ok) throw new Error(changed.refusal.kind);
  await world.done('sendNow', {});
  const after = (await world.done('tiles', {})).find((tile) => tile.sku === 'NET-20GO');
  if (!before || !after || before.priceCents === after.priceCents)
    throw new Error('the price did not change');
  desk.tell(
    `Le siège publie un nouveau prix : Internet 20 Go passe de ${euros(before.priceCents)} à ${euros(after.priceCents)}.`,
  );
  await sell(desk, { who, things: [ean.data], pays: cash(500) });
}
