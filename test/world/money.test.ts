import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { Tender } from '#domain/tender.ts';
import { dayIn, instant } from '#domain/time.ts';
import type { DayClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import type { ReferenceBody } from '#exchange/reference.ts';
import { pool } from '#verify/pool.ts';
import { verifyPath } from '#verify/index.ts';
import { holds } from '#verify/words.ts';
import { temporaryFolder } from '#test/support/database.ts';
import {
  approval,
  bankCard,
  cash,
  closingInput,
  credit,
  float50,
  hour,
  payloadsOf,
} from '#test/support/desk.ts';
import { type Kept, Model, type ModelLine, type Money, giveBack, noMoney } from './money-model.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';
import { diceOf } from '#test/support/year.ts';
import { seedsOf } from './seeds.ts';

const rates = { N: 2_000, R: 550, S: 210, EXEMPT: 0 };
const goods = [
  { sku: 'CHARGEUR', vat: 'N', price: 1_500 },
  { sku: 'RECH-5', vat: 'R', price: 100 },
  { sku: 'RECH-10', vat: 'S', price: 200 },
  { sku: 'RECH-20', vat: 'EXEMPT', price: 400 },
] as const;
const unknown = { cash: 'unknown', bankCard: 'unknown', structureCredit: 'unknown' } as const;

/** The demonstration's point as a taxed one that sells to everybody. */
const taxed = (body: ReferenceBody): ReferenceBody => ({
  ...body,
  catalogue: {
    ...body.catalogue,
    sites: body.catalogue.sites.map((site) => ({ ...site, vatRegime: 'taxed' as const, vatRates: rates })),
    products: body.catalogue.products.map((product) => {
      const good = goods.find((one) => one.sku === product.sku);
      if (!good) return product;
      return {
        ...product,
        vat: good.vat,
        audience: good.sku === 'CHARGEUR' ? product.audience : ('everyone' as const),
      };
    }),
  },
});

interface Desk {
  point: TestPoint;
  readonly model: Model;
}

/** Two real tills of a point and a pencil beside each, on the same days. */
interface Both {
  readonly desks: readonly Desk[];
  /** At which of them something happens now. */
  at: number;
  readonly point: TestPoint;
  readonly model: Model;
  readonly kept: KeptAt[];
  readonly dice: (sides: number) => number;
  readonly reopen: () => Promise<TestPoint>;
}

/** Money is put right where it was taken, and comes back anywhere. */
interface KeptAt extends Kept {
  readonly till: string;
}

const oneOf = <T>({ dice }: Both, list: readonly T[]): T => list[dice(list.length)] as T;
const ticketOf = (number: string): number => Number(number.slice(-6));

async function sell(both: Both): Promise<void> {
  const { point, model } = both;
  const lines: ModelLine[] = Array.from({ length: 1 + both.dice(3) }, () => ({
    ...oneOf(both, goods),
    quantity: 1,
  }));
  for (const line of lines) await point.done('addProduct', { sku: brandAs(line.sku) });
  const { saleId, totalCents } = await point.done('basket', {});
  const total = lines.reduce((sum, line) => sum + line.price, 0);
  expect(totalCents).toBe(total);
  const { tenders, money } = payment(both, total);
  const sold = await point.done('finishSale', { saleId, tenders, expectedTotalCents: totalCents });
  expect(ticketOf(sold.number)).toBe(model.record('sales', lines, money));
  const shown = await point.done('ticket', { saleId });
  both.kept.push({
    saleId,
    till: point.deps.till,
    paid: { ...money },
    lines: shown.lines.map((line, index) => ({
      lineId: line.lineId,
      of: lines[index] as ModelLine,
      left: 1,
    })),
  });
}

/** A way to pay a total: what is entered, and what each kind brings once change is given. */
function payment(both: Both, total: number): { readonly tenders: Tender[]; readonly money: Money } {
  const byCard = both.dice(3) === 0 ? both.dice(total + 1) : 0;
  const byStructure = both.dice(3) === 0 ? both.dice(total - byCard + 1) : 0;
  const inCash = total - byCard - byStructure;
  const over = inCash > 0 ? 100 * both.dice(6) : 0;
  return {
    tenders: [
      ...(byCard > 0 ? [bankCard(byCard)] : []),
      ...(byStructure > 0 ? [credit(byStructure)] : []),
      ...(inCash > 0 ? [cash(inCash + over)] : []),
    ],
    money: { cash: inCash, bankCard: byCard, structureCredit: byStructure },
  };
}

async function bringBack(both: Both): Promise<void> {
  const { point, model } = both;
  const kept = both.kept.length > 0 ? oneOf(both, both.kept) : undefined;
  const lines = kept?.lines.filter((line) => line.left > 0 && both.dice(2) === 0) ?? [];
  if (!kept || lines.length === 0) return;
  const returned = await point.done('returnLines', {
    saleId: brandAs(kept.saleId),
    returnId: brandAs(crypto.randomUUID()),
    lines: lines.map(({ lineId }) => ({
      lineId: brandAs(lineId),
      quantity: 1,
      condition: 'unopened',
      as: 'refund',
      newUnit: null,
    })),
    override: { approval, reason: 'essai' },
  });
  for (const line of lines) line.left = 0;
  const back = lines.map((line) => ({ ...line.of, quantity: -1 }));
  const money = giveBack(kept.paid, -back.reduce((sum, one) => sum + one.price * one.quantity, 0));
  expect(returned.refundByKind).toEqual(money);
  expect(ticketOf(returned.number)).toBe(model.record('returns', back, money));
}

async function putPriceRight(both: Both): Promise<void> {
  const { point, model } = both;
  const kept = both.kept.length > 0 ? oneOf(both, both.kept) : undefined;
  const line = kept?.lines.find((one) => one.left > 0 && one.of.price > 50);
  if (!kept || !line) return;
  const price = both.dice(line.of.price);
  const asked = {
    saleId: brandAs<never>(kept.saleId),
    correctionId: brandAs<never>(crypto.randomUUID()),
    lineId: brandAs<never>(line.lineId),
    unitPriceCents: cents(price),
    reason: 'wrong-price-list',
    approval,
  } as const;
  if (kept.till !== point.deps.till) {
    expect(await point.call('correctPrice', asked)).toEqual(refusedHere(kept));
    return;
  }
  const corrected = await point.done('correctPrice', asked);
  line.left = 0;
  const money = giveBack(kept.paid, line.of.price - price);
  expect(corrected.refundByKind).toEqual(money);
  const lines = [
    { ...line.of, quantity: -1 },
    { ...line.of, price, quantity: 1 },
  ];
  expect(ticketOf(corrected.number)).toBe(model.record('returns', lines, money));
}

async function correctTender(both: Both): Promise<void> {
  const { point, model } = both;
  // Only of a sale of which nothing came back: what was given back was given back the old way.
  const kept = both.kept.find((one) => one.lines.every((line) => line.left === 1) && both.dice(2) === 0);
  if (!kept) return;
  const total = kept.paid.cash + kept.paid.bankCard + kept.paid.structureCredit;
  const way = both.dice(2) === 0 ? bankCard(total) : credit(total);
  const now: Money = { ...noMoney(), [way.kind]: total };
  const moved: Money = {
    cash: now.cash - kept.paid.cash,
    bankCard: now.bankCard - kept.paid.bankCard,
    structureCredit: now.structureCredit - kept.paid.structureCredit,
  };
  const answer = await point.call('correctTender', {
    saleId: brandAs(kept.saleId),
    tenders: [way],
    approval,
  });
  if (kept.till !== point.deps.till) {
    expect(answer).toEqual(refusedHere(kept));
    return;
  }
  if (Object.values(moved).every((one) => one === 0)) {
    expect(answer).toMatchObject({ refusal: { kind: 'nothing-changes' } });
    return;
  }
  expect(answer.ok).toBe(true);
  model.correct(moved);
  Object.assign(kept.paid, now);
}

const refusedHere = ({ till }: KeptAt) => ({ ok: false, refusal: { kind: 'other-till', till } });

async function moveCash(both: Both): Promise<void> {
  const { point, model } = both;
  const amount = 1 + both.dice(3_000);
  const kind = both.dice(2) === 0 ? 'pay-in' : 'drop';
  const answer = await point.call('moveCash', {
    moveId: crypto.randomUUID(),
    kind,
    cents: cents(amount),
    reason: 'bank',
    envelope: null,
    approval,
  });
  expect(answer.ok).toBe(kind === 'pay-in' || amount <= model.drawer);
  if (answer.ok) model.moveCash(kind === 'pay-in' ? amount : -amount);
}

/** The tills stop in the middle of whatever they were at, and start again. */
async function crash(both: Both): Promise<void> {
  both.point.end();
  const again = await both.reopen();
  for (const [at, desk] of both.desks.entries()) desk.point = at === 0 ? again : again.beside();
  for (const { point } of both.desks) await point.signInAs('manager');
}

async function closeAndOpen(both: Both): Promise<void> {
  for (const desk of both.desks) await close(desk);
  both.point.later((1 + both.dice(12)) * 24 * hour);
  for (const desk of both.desks) await open(desk);
}

async function close({ point, model }: Desk): Promise<void> {
  const { differences } = await point.done('checkCount', {
    cash: { 1: 0 },
    cardCents: null,
    creditCount: null,
  });
  expect(differences[0]).toMatchObject({ tender: 'cash', expectedCents: model.drawer });
  await point.done('closeSession', await closingInput(point, { reasons: unknown, approval }));
  const z = payloadsOf<SessionClosingPayload>(point, 'closing', 'session').at(-1);
  const { day } = model;
  expect(z?.totals).toMatchObject({
    sales: day.sales,
    returns: day.returns,
    corrections: day.corrections,
    totalCents: day.total,
    absoluteCents: day.absolute,
    byTender: day.money,
    vat: [...day.vat]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { gross, net, tax }]) => ({
        code,
        rateBasisPoints: rates[code as keyof typeof rates],
        grossCents: gross,
        netCents: net,
        taxCents: tax,
      })),
  });
  const days = payloadsOf<DayClosingPayload>(point, 'closing', 'day');
  expect(days.at(-1)?.perpetual).toEqual({ netCents: model.net, absoluteCents: model.absolute });
}

async function open({ point, model }: Desk): Promise<void> {
  const businessDay = dayIn(point.deps.now(), 'Europe/Paris');
  const before = point.store.lastSession(point.deps.till)?.businessDay;
  if (before && before.slice(0, 4) !== businessDay.slice(0, 4)) model.ticket = 0;
  await point.done('openSession', { businessDay, count: float50, dayConfirmed: true });
  model.open(5_000);
}

const steps = [
  sell,
  sell,
  sell,
  sell,
  bringBack,
  bringBack,
  putPriceRight,
  correctTender,
  moveCash,
  crash,
  closeAndOpen,
];

test.each(seedsOf(6, 20))(
  'two tills and their pencils agree to the cent, whatever happens (%i)',
  async (seed) => {
    const folder = temporaryFolder();
    const first = await testPoint({
      folder,
      at: instant('2026-12-10T09:00:00.000Z'),
      headquarters: newSigningKey(),
      amend: taxed,
    });
    const desks: Desk[] = [first, first.beside()].map((point) => ({ point, model: new Model(rates) }));
    for (const { point } of desks) await point.signInAs('manager');
    const deskNow = (): Desk => desks[both.at] as Desk;
    const both: Both = {
      desks,
      at: 0,
      get point() {
        return deskNow().point;
      },
      get model() {
        return deskNow().model;
      },
      kept: [],
      dice: diceOf(seed),
      reopen: () => testPoint({ folder, at: both.point.deps.now() }),
    };
    for (const desk of desks) await open(desk);
    for (let step = 0; step < 200; step += 1) {
      both.at = both.dice(desks.length);
      await oneOf(both, steps)(both);
    }
    await closeAndOpen(both);
    for (const { point } of desks) {
      await point.deps.integrity.check(1);
      expect(point.deps.integrity.state().defects).toEqual([]);
    }
    both.point.end();
    const threads = pool();
    const verdicts = await verifyPath({ path: folder, identity: null, key: null, linksOnly: false }, threads);
    await threads.close();
    expect(verdicts.map((one) => [one.till, holds(one)])).toEqual([
      ['PAR13-1', true],
      ['PAR13-2', true],
    ]);
  },
);
