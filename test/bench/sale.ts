import { join } from 'node:path';
import { type MemberCard, type Sku, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { compared, inTurns, timedMs } from './measure.ts';
import { insertRows, loadPastSales, rowsOfLastSale } from './past-sales.ts';
import { type BenchPoint, benchPoint, loadPeople } from './point.ts';
import type { Bench } from './runner.ts';

const volumes = {
  full: { turns: { blocks: 11, turnsABlock: 200, warmUp: 40 }, few: 1_000, many: 200_000 },
  quick: { turns: { blocks: 3, turnsABlock: 4, warmUp: 2 }, few: 100, many: 2_000 },
} as const;
const skus = ['CHARGEUR', 'CHARGEUR', 'ATELIER'].map((sku) => brandAs<Sku>(sku));
const demonstrationCard = brandAs<MemberCard>('4711082307');
/** Far from the numbers of the sales that are there. */
const firstInserted = 10_000_000;

/** A basket of three lines for somebody with rights, then its sale, timed from the call to the answer. */
async function sellTimed(point: BenchPoint, card: MemberCard | undefined): Promise<number> {
  await point.done('scan', { readings: [card ?? ''] });
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
 * very many past sales.
 */
export async function benchSale(bench: Bench): Promise<void> {
  const { turns, few, many } = volumes[bench.volume];
  const people = turns.warmUp + turns.blocks * turns.turnsABlock;
  const [fewSold, manySold, bare] = [
    await benchPoint(bench, join(bench.folder, 'few')),
    await benchPoint(bench, join(bench.folder, 'many')),
    await benchPoint(bench, join(bench.folder, 'bare')),
  ];
  const cards = [fewSold, manySold].map((point) => loadPeople(point, people).map((one) => one.card));
  for (const point of [fewSold, manySold, bare]) await sellTimed(point, demonstrationCard);
  const rows = rowsOfLastSale(bare.beside);
  loadPastSales(fewSold.beside, few);
  loadPastSales(manySold.beside, many);
  loadPastSales(bare.beside, few);
  const took = await inTurns(
    {
      many: (nth) => sellTimed(manySold, cards[1]?.[nth]),
      few: (nth) => sellTimed(fewSold, cards[0]?.[nth]),
      bare: (nth) => timedMs(() => insertRows(bare.beside, rows, firstInserted + nth)),
    },
    turns,
  );
  const beside = { ours: took.few, reference: took.bare };
  bench.measured(compared({ what: 'sale ÷ bare inserts, p50', ...beside, share: 0.5, bar: { most: 2 } }));
  bench.measured(compared({ what: 'sale ÷ bare inserts, p99', ...beside, share: 0.99, bar: { most: 3 } }));
  bench.measured(
    compared({
      what: `sale with ${many} past sales ÷ with ${few}, p50`,
      ours: took.many,
      reference: took.few,
      share: 0.5,
      bar: { most: 1.3 },
    }),
  );
}
