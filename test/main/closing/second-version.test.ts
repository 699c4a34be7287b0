import { expect, onTestFinished, test } from 'vitest';
import type { DayClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import { brandAs } from '#domain/ids.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { pool } from '#verify/pool.ts';
import { verifyPath } from '#verify/index.ts';
import { closeDay, openDay, payloadsOf, recordsOf, sell } from '#test/support/desk.ts';
import { publishAs, testPoint } from '#test/support/point.ts';

const taxedAt =
  (rate: number) => (body: Parameters<NonNullable<Parameters<typeof publishAs>[2]['amend']>>[0]) => ({
    ...body,
    catalogue: {
      ...body.catalogue,
      sites: body.catalogue.sites.map((site) => ({
        ...site,
        vatRegime: 'taxed' as const,
        vatRates: { EXEMPT: rate },
      })),
    },
  });

async function verdictsOn(path: string) {
  const threads = pool();
  onTestFinished(threads.close);
  return verifyPath({ path, identity: null, key: null, linksOnly: false }, threads);
}

test('a rate that changes inside a day is not merged with the one before, on the Z and for whoever verifies it', async () => {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key, amend: taxedAt(2_000) });
  await openDay(point);
  await sell(point, { skus: ['CHARGEUR'] });
  publishAs(point.store, key, { at: point.deps.now(), amend: taxedAt(1_000) });
  point.deps.referenceChanged();
  await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  const [z] = payloadsOf<SessionClosingPayload>(point, 'closing', 'session');
  expect(z?.totals.vat).toEqual([
    { code: 'EXEMPT', rateBasisPoints: 1_000, grossCents: 1_500, netCents: 1_364, taxCents: 136 },
    { code: 'EXEMPT', rateBasisPoints: 2_000, grossCents: 1_500, netCents: 1_250, taxCents: 250 },
  ]);
  point.end();
  expect((await verdictsOn(point.folder)).map(({ first, word }) => [first, word])).toEqual([[null, null]]);
});

test('a Z names its tickets, what was sold and given back, and who sold; a second one of the day tells the whole of it', async () => {
  const point = await testPoint();
  await openDay(point);
  const first = await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await openDay(point);
  const second = await sell(point, { skus: ['CHARGEUR'] });
  const { lines } = await point.done('ticket', { saleId: second.saleId });
  const back = await point.done('returnLines', {
    saleId: second.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: [{ lineId: lines[0]!.lineId, quantity: 1, condition: 'unopened', as: 'refund', newUnit: null }],
    override: null,
  });
  await closeDay(point);
  expect(payloadsOf<SessionClosingPayload>(point, 'closing', 'session')).toMatchObject([
    { tickets: { first: first.number, last: first.number }, soldCents: 1_500, refundedCents: 0 },
    {
      tickets: { first: second.number, last: back.number },
      soldCents: 1_500,
      refundedCents: -1_500,
      seller: { legalName: 'Comptoir solidaire (association fictive)', vatRegime: 'exempt' },
      version: point.deps.version,
    },
  ]);
  const [before, after] = payloadsOf<DayClosingPayload>(point, 'closing', 'day');
  expect(before).not.toHaveProperty('businessDayTotals');
  expect(after?.businessDayTotals).toMatchObject({ sales: 2, returns: 1, totalCents: 1_500 });
});

test('a duplicata says when, by whom and why, and names the record that it is a copy of', async () => {
  const point = await testPoint();
  await openDay(point);
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  const { document } = await point.done('reprintTicket', { saleId, reason: 'guarantee', to: 'printer' });
  const texts = document.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(texts).toEqual(expect.arrayContaining(['DUPLICATA 1', '22/11/2026 10:00 · E01 · pour la garantie']));
  await closeDay(point);
  await point.signInAs('manager');
  await point.done('reprintClosing', { seq: 1, reason: 'asked' });
  const hash = (chain: 'sale' | 'closing') => point.store.recordHash(point.deps.till, chain, 1);
  expect(recordsOf(point, 'copy').map(({ payload }) => payload)).toMatchObject([
    { copy: 1, reason: 'guarantee', recordHash: hash('sale') },
    { copy: 1, of: 'Z 1', recordHash: hash('closing') },
  ]);
});
