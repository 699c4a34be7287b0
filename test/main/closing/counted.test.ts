import { expect, test } from 'vitest';
import { type CashCount, cents } from '#domain/money.ts';
import { day } from '#domain/time.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import {
  approval,
  bankCard,
  cash,
  closeDay,
  closingInput,
  countOf,
  hour,
  openDay,
  sell,
} from '#test/support/desk.ts';
import { read } from '#test/support/paper.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// What is counted at the end of a day, and what the Z makes of it.

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}

const refused = (refusal: object) => ({ ok: false, refusal });

/** A count of these fields, all emptied again: a page may send them without a number. */
const emptied = (...pieces: readonly number[]): CashCount =>
  Object.fromEntries(pieces.map((piece) => [piece, undefined]));

test('a count whose every field was emptied again is no count: neither checked nor closed with', async () => {
  const point = await opened();
  const asked = await closingInput(point);
  for (const count of [emptied(), emptied(1_000), emptied(1_000, 500)]) {
    const counted = { cash: count, cardCents: null, creditCount: null };
    expect(await point.call('checkCount', counted)).toEqual(refused({ kind: 'count-empty' }));
    expect(await point.call('closeSession', { ...asked, cash: count })).toEqual(
      refused({ kind: 'count-empty' }),
    );
  }
  const counted = { ...asked, cash: { ...asked.cash, ...emptied(20_000) } };
  expect(await point.call('closeSession', counted)).toMatchObject({ ok: true });
});

test('once the till is closed nothing is counted, closed or looked at before a count', async () => {
  const point = await opened();
  const asked = await closingInput(point);
  await point.done('closeSession', asked);
  const closed = refused({ kind: 'no-session' });
  expect(await point.call('checkCount', { ...asked })).toEqual(closed);
  expect(await point.call('closeSession', asked)).toEqual(closed);
  expect(await point.call('closingState', {})).toEqual(closed);
});

test('a card total that differs names card slips only, never a sale paid in cash', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const { saleId, number } = await sell(point, {
    skus: ['CHARGEUR', 'CHARGEUR'],
    tenders: [bankCard(2_000, null), cash(1_000)],
  });
  const counted = { cash: countOf(7_500), cardCents: cents(1_700), creditCount: null };
  const { clues } = await point.done('checkCount', counted);
  expect(clues).toEqual([{ kind: 'card-without-reference', saleId, number, cents: 2_000 }]);
});

test('a corrected tender counts in the hour of its sale, on the check and on the paper', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  point.later(2 * hour);
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'] });
  await point.done('correctTender', { saleId, tenders: [bankCard(1_500)], approval });
  const { hours } = await point.done('checkCount', await closingInput(point));
  expect(hours).toEqual([
    { hour: 10, byTender: { cash: 0, bankCard: 1_500, structureCredit: 0 } },
    { hour: 12, byTender: { cash: 3_000, bankCard: 0, structureCredit: 0 } },
  ]);
  const { document } = await closeDay(point);
  expect(read(document).filter((one) => /^\d+ h/.test(one))).toEqual([
    '10 h | 15,00 € | 0.50',
    '12 h | 30,00 € | 1.00',
  ]);
});

test('the Z of a taxed site says each tax with what it is taken from, and names no exemption', async () => {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: {
        ...body.catalogue,
        sites: body.catalogue.sites.map((site) => ({
          ...site,
          vatRegime: 'taxed' as const,
          vatRates: { N: 2_000 },
        })),
        products: body.catalogue.products.map((one) => ({ ...one, vat: 'N' })),
      },
    }),
  });
  await openDay(point);
  await sell(point, { skus: ['CHARGEUR'] });
  const { document } = await closeDay(point, { envelope: 'A-12' });
  const lines = read(document);
  expect(lines).not.toContain(point.deps.reference().site.vatWording);
  expect(lines.filter((one) => /^(TVA|Enveloppe)/.test(one))).toEqual([
    'TVA N 20 % sur 12,50 € | 2,50 €',
    'Enveloppe | A-12',
  ]);
});

test('a closing is listed with its figures', async () => {
  const point = await opened();
  await sell(point, { skus: ['CHARGEUR'] });
  const asked = await closingInput(point, {
    cash: countOf(6_400),
    reasons: { cash: 'unknown', bankCard: null, structureCredit: null },
    approval,
  });
  await point.done('closeSession', asked);
  const figures = {
    businessDay: day('2026-11-22'),
    at: point.deps.now(),
    sales: 1,
    totalCents: 1_500,
    byTender: { cash: 1_500, bankCard: 0, structureCredit: 0 },
    perpetualCents: 1_500,
  };
  expect(await point.done('closings', {})).toEqual([
    { seq: 2, type: 'day', label: '2026-11-22', differenceCents: null, ...figures },
    { seq: 1, type: 'session', label: 'Z 1', differenceCents: -100, ...figures },
  ]);
});
