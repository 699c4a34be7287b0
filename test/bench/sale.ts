import { join } from 'node:path';
import type { Db } from '#db/open.ts';
import { type MemberCard, type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Measured, percentile, timedMs } from './measure.ts';
import { type BenchPoint, benchPoint, loadPeople } from './point.ts';
import { type SaleRows, insertRows, loadPastSales, rowsOfLastSale } from './past-sales.ts';

const samples = 400;
const warmUp = 40;
const skus = ['CHARGEUR', 'CHARGEUR', 'ATELIER'].map((sku) => brandAs<Sku>(sku));

/** A basket of three lines for somebody with rights, then its sale, timed from the call to the answer. */
async function sellTimed(point: BenchPoint, card: MemberCard): Promise<number> {
  await point.done('scan', { readings: [card] });
  let basket = await point.done('basket', {});
  for (const sku of skus) basket = await point.done('addProduct', { sku });
  const { saleId, totalCents } = basket;
  const finish = {
    saleId,
    tenders: [{ kind: 'cash' as const, cents: cents(2000) }],
    expectedTotalCents: totalCents,
  };
  return timedMs(() => point.done('finishSale', finish));
}

/**
 * A sale against one transaction that inserts the same rows with prepared statements only, and against itself with
 * 200,000 past sales; all three interleaved in one run.
 */
export async function benchSale(folder: string): Promise<Measured[]> {
  const [few, many, bare] = [
    await benchPoint(join(folder, 'few')),
    await benchPoint(join(folder, 'many')),
    await benchPoint(join(folder, 'bare')),
  ];
  const cards = [few, many].map((point) => loadPeople(point, 1_000).map((one) => one.card));
  await sellTimed(bare, brandAs('4711082307'));
  const rows = rowsOfLastSale(bare.beside);
  for (const [point, past] of [
    [few, 1_000],
    [many, 200_000],
    [bare, 1_000],
  ] as const) {
    if (point !== bare) await sellTimed(point, brandAs('4711082307'));
    loadPastSales(point.beside, past);
  }
  const times = { few: [] as number[], many: [] as number[], bare: [] as number[] };
  for (let sample = -warmUp; sample < samples; sample += 1) {
    const card = (of: number): MemberCard => cards[of]?.[(sample + warmUp) % 1_000] ?? brandAs('');
    const fewMs = await sellTimed(few, card(0));
    const manyMs = await sellTimed(many, card(1));
    const bareMs = await timedMs(() => insertTimed(bare.beside, rows, sample + warmUp));
    if (sample < 0) continue;
    times.few.push(fewMs);
    times.many.push(manyMs);
    times.bare.push(bareMs);
  }
  for (const point of [few, many, bare]) await point.close();
  const of = (of: keyof typeof times, share: number): number => percentile(times[of], share);
  const p50 = { saleMs: of('few', 0.5), bareMs: of('bare', 0.5), manyMs: of('many', 0.5) };
  const p99 = { saleMs: of('few', 0.99), bareMs: of('bare', 0.99) };
  return [
    {
      what: 'sale p50 ÷ bare inserts p50',
      value: p50.saleMs / p50.bareMs,
      unit: 'ratio',
      bar: { most: 2 },
      detail: p50,
    },
    {
      what: 'sale p99 ÷ bare inserts p99',
      value: p99.saleMs / p99.bareMs,
      unit: 'ratio',
      bar: { most: 3 },
      detail: p99,
    },
    {
      what: 'sale p50, 200,000 past ÷ 1,000 past',
      value: p50.manyMs / p50.saleMs,
      unit: 'ratio',
      bar: { most: 1.3 },
      detail: p50,
    },
  ];
}

const insertTimed = (db: Db, rows: SaleRows, sample: number): void =>
  insertRows(db, rows, 10_000_000 + sample);
