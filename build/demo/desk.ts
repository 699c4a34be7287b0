import type { BasketView, ScanOutcome } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { type Cents, cents, euros } from '#domain/money.ts';
import type { ReasonCode } from '#domain/reasons.ts';
import { brandAs } from '#domain/ids.ts';
import { type Tender, type TenderKind, settle } from '#domain/tender.ts';
import type { World } from './world.ts';

/** What the script itself believes happened: added up apart from the till, to compare with it. */
export interface Tally {
  sales: number;
  returns: number;
  totalCents: number;
  savingCents: number;
  readonly byTender: Record<TenderKind, number>;
  readonly refusals: { code: ReasonCode }[];
}

export interface Desk {
  readonly world: World;
  readonly tally: Tally;
  /** Tells one thing that happened. */
  readonly tell: (sentence: string) => void;
}

export interface Person {
  readonly name: string;
  readonly card: string;
}

/** How somebody pays what is asked. */
export type Pays = (total: Cents) => readonly Tender[];

export const cash =
  (given: number): Pays =>
  () => [{ kind: 'cash', cents: cents(given) }];
export const card: Pays = (total) => [{ kind: 'bankCard', cents: total, reference: '4821' }];
export const nothing: Pays = () => [];
export const structure: Pays = (total) => [
  { kind: 'structureCredit', cents: total, prescriberId: brandAs('P005'), commitment: 'ENG-2026-118' },
];
export const mixed =
  (byCard: number, inCash: number): Pays =>
  () => [
    { kind: 'bankCard', cents: cents(byCard), reference: '4822' },
    { kind: 'cash', cents: cents(inCash) },
  ];

export async function scan(desk: Desk, text: string): Promise<ScanOutcome> {
  return desk.world.done('scan', { readings: [text] });
}

/** Scans something that goes in the basket. */
export async function scanIn(desk: Desk, text: string): Promise<BasketView> {
  const outcome = await scan(desk, text);
  if (outcome.to !== 'basket') throw new Error(`scan of ${text} led to ${outcome.to}`);
  return outcome.basket;
}

/** Notes why a line was refused, as the screen says it. */
export function noteRefusals(desk: Desk, basket: BasketView): void {
  for (const line of basket.lines)
    if (line.verdict === 'refused') for (const { code } of line.reasons) desk.tally.refusals.push({ code });
}

/** Pays the basket in progress and adds the sale to the script's own tally. */
export async function pay(desk: Desk, pays: Pays): Promise<FinishedSale> {
  const { world, tally } = desk;
  const basket = await world.done('basket', {});
  const tenders = pays(basket.totalCents);
  if (basket.totalCents > 0) await world.done('startPayment', { saleId: basket.saleId });
  const finished = await world.done('finishSale', {
    saleId: basket.saleId,
    tenders: [...tenders],
    expectedTotalCents: basket.totalCents,
  });
  const settled = settle(basket.totalCents, tenders);
  if (!settled.ok) throw new Error('the script paid badly');
  tally.sales += 1;
  tally.totalCents += basket.totalCents;
  tally.savingCents += basket.savingCents;
  for (const kind of ['cash', 'bankCard', 'structureCredit'] as const)
    tally.byTender[kind] += settled.value.netByKind[kind];
  for (const step of finished.identitySteps)
    await world.done('recordIdentitySeen', { saleId: finished.saleId, unitKey: step.unitKey, how: 'seen' });
  world.later(4);
  return finished;
}

/** One whole sale by scanner: the card, the things, the money. */
export async function sell(
  desk: Desk,
  sale: {
    readonly who: Person | null;
    readonly things: readonly string[];
    readonly pays: Pays;
    readonly ticket?: boolean;
  },
): Promise<FinishedSale> {
  if (sale.who) await scanIn(desk, sale.who.card);
  for (const thing of sale.things) await scanIn(desk, thing);
  const finished = await pay(desk, sale.pays);
  if (sale.ticket) await desk.world.done('printTicket', { saleId: finished.saleId });
  const labels = (await desk.world.done('ticket', { saleId: finished.saleId })).lines.map(
    (line) => line.label,
  );
  const change = finished.changeCents > 0 ? `, ${euros(finished.changeCents)} rendus` : '';
  desk.tell(
    `${sale.who?.name ?? 'Quelqu’un de passage'} : ${labels.join(', ')} — ${euros(finished.totalCents)}${change}, ${euros(finished.savingCents)} d’économie.`,
  );
  return finished;
}

/** Scans a card and a thing that its holder may not have: the reason is the same as at their own point. */
export async function refusedTo(desk: Desk, who: Person, thing: string, code: string): Promise<void> {
  const { world, tell } = desk;
  await scanIn(desk, who.card);
  const basket = await scanIn(desk, thing);
  noteRefusals(desk, basket);
  const [line] = basket.lines;
  if (line?.reasons[0]?.code !== code)
    throw new Error(`${who.name}: ${JSON.stringify(line?.reasons)}, not ${code}`);
  tell(`${who.name} : ${line.label} refusé (${code}).`);
  await world.done('abandonBasket', { saleId: basket.saleId, reason: 'other' });
}
