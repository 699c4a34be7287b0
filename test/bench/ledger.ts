import { join } from 'node:path';
import { storeOn } from '#db/store.ts';
import { type MemberCard, type PersonId, type SiteCode, brandAs } from '#domain/ids.ts';
import { memberCardFrom } from '#domain/identifiers.ts';
import { recordSigningText } from '#domain/journal.ts';
import { cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { cardInHand } from '#exchange/blinded.ts';
import { newSigningKey, signerFor, verifierAmong, verifierFor } from '#exchange/crypto.ts';
import { openCard, sealCard } from '#exchange/people.ts';
import { readRecord } from '#exchange/payload.ts';
import { checkRecord } from '#exchange/record-check.ts';
import { chainHeads } from '#main/journal/head-file.ts';
import { rebuild } from '#main/ledger/rebuild.ts';
import { checkJournal } from '#main/work/check.ts';
import { compared, inTurns, sampled, timedMs } from './measure.ts';
import { type BenchPoint, benchPoint } from './point.ts';
import type { Bench } from './runner.ts';
import { loadSignedSales } from './signed-sales.ts';

const volumes = {
  full: {
    sales: 200_000,
    acts: 400,
    looks: { blocks: 7, turnsABlock: 30, warmUp: 10 },
    checks: 3,
    cards: 20,
  },
  quick: { sales: 400, acts: 20, looks: { blocks: 2, turnsABlock: 3, warmUp: 1 }, checks: 1, cards: 2 },
} as const;
const card = brandAs<MemberCard>('4711082307');

/** What one fold costs: a person with ten years of acts, tables made anew, the look at every row, a stranger's card. */
export async function benchLedger(bench: Bench): Promise<void> {
  const volume = volumes[bench.volume];
  await strangersCard(bench, volume.cards);
  await tenYears(bench, volume);
  await madeAnew(bench, volume);
}

async function soldTo(bench: Bench, name: string): Promise<BenchPoint> {
  const point = await benchPoint(bench, join(bench.folder, name));
  await point.done('scan', { readings: [card] });
  const { saleId, totalCents } = await point.done('addProduct', { sku: brandAs('ATELIER') });
  await point.done('finishSale', { saleId, tenders: [], expectedTotalCents: totalCents });
  return point;
}

/** Somebody at the desk with very many acts, and the same with one. */
async function tenYears(bench: Bench, { acts, looks }: (typeof volumes)['full' | 'quick']): Promise<void> {
  const [many, one] = [await soldTo(bench, 'ten-years'), await soldTo(bench, 'one-act')];
  loadSignedSales(many, acts);
  for (const point of [many, one]) await point.done('scan', { readings: [card] });
  const look = (point: BenchPoint) => () => timedMs(() => point.done('basket', {}));
  const took = await inTurns({ many: look(many), one: look(one) }, looks);
  bench.measured(
    compared({
      what: `person at the desk with ${acts} acts − with one, p50`,
      ours: took.many,
      reference: took.one,
      share: 0.5,
      bar: { most: 1 },
      as: 'difference',
    }),
  );
  await many.close();
  await one.close();
}

/** Tables made anew from all sales; and a look at records with their rows, against a look at records alone. */
async function madeAnew(bench: Bench, { sales, checks }: (typeof volumes)['full' | 'quick']): Promise<void> {
  const point = await soldTo(bench, 'made-anew');
  loadSignedSales(point, sales);
  const store = storeOn(point.beside);
  const [till] = store.tills();
  if (!till) throw new Error('no till');
  const own = { till: till.id, keyId: till.keyId, publicKey: till.publicKey };
  const heads = chainHeads(store, till.id);
  const whole = { progress: () => undefined, share: () => 1 };
  const task = {
    task: 'check' as const,
    point: { file: '', key: null },
    till: own,
    heads,
    share: 1,
  };
  const verify = verifierFor(till.publicKey);
  const alone = (): void => {
    let previous: { seq: number; hash: string } | null = null;
    for (let from = 1; from <= heads.sale.seq; from += 200)
      for (const row of store.recordsBetween(till.id, 'sale', from, Math.min(heads.sale.seq, from + 199))) {
        const checked = checkRecord(row, previous);
        const holds = checked && !checked.defect && readRecord(checked.record) !== null;
        if (!holds || !verify(recordSigningText(row.hash), row.signature))
          throw new Error(`record ${row.seq} does not hold`);
        previous = row;
      }
  };
  const took = await inTurns(
    {
      whole: () =>
        timedMs(async () => {
          const { defects } = await checkJournal(store, task, whole);
          if (defects.length > 0) throw new Error(JSON.stringify(defects[0]));
        }),
      alone: () => timedMs(alone),
    },
    { blocks: checks, turnsABlock: 1, warmUp: 0 },
  );
  bench.measured(
    compared({
      what: `check of ${sales} sales with their rows ÷ of their records alone`,
      ours: took.whole,
      reference: took.alone,
      share: 0.5,
      bar: { most: 1.3 },
    }),
  );
  const rebuilt = await timedMs(() => store.transaction(() => rebuild(store)));
  bench.measured({
    what: `tables of the ledger made anew from ${sales} sales`,
    value: rebuilt / 1_000,
    unit: 's',
    bar: { most: 60 },
    detail: {},
  });
  await point.close();
}

/** From the number of a card of another point to what its holder may have. */
async function strangersCard(bench: Bench, count: number): Promise<void> {
  const key = newSigningKey();
  const signer = { keyId: key.keyId, sign: signerFor(key.privateKey) };
  const salt = Buffer.alloc(32, 1).toString('base64url');
  const usage = Array.from({ length: 200 }, (_, index) => ({
    site: brandAs<SiteCode>('STD'),
    family: brandAs<never>('topup'),
    units: 1,
    referenceCents: cents(500 + index),
    on: day('2026-11-22'),
    forHousehold: false,
    replacement: null,
    walkIn: false,
  }));
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const number = memberCardFrom(String(10_000_000 + nth));
    const { id, recipient } = await cardInHand(number, salt);
    const entry = {
      v: 2 as const,
      id,
      networkId: brandAs<PersonId>('p'),
      initials: 'KB',
      birthYear: 1979,
      windows: [],
      usage,
    };
    const sealed = await sealCard(entry, recipient, signer);
    times.push(
      await timedMs(async () => {
        const { identity } = await cardInHand(number, salt);
        if (!(await openCard(sealed, identity, verifierAmong([key]))))
          throw new Error('the card opens nothing');
      }),
    );
  }
  bench.measured(
    sampled('card of another point, from its number to its entry, p99', times, { share: 0.99, mostMs: 250 }),
  );
}
