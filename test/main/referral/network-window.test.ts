import { expect, test } from 'vitest';
import { type PersonId, brandAs } from '#domain/ids.ts';
import { type Day, day } from '#domain/time.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import { cash, memberCard, openDay, payloadsOf, scan, sku } from '#test/support/desk.ts';
import { elsewhere, tellCard } from '#test/exchange/parts.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// Somebody registered at another point: all that is known here is sealed to their card.

const card = memberCard(7);
const networkId = brandAs<PersonId>('018f0000-0000-7000-8000-000000000001');

async function withWindow(window: { readonly from: Day; readonly until: Day } | null): Promise<TestPoint> {
  const key = newSigningKey();
  const point = await testPoint({ headquarters: key });
  await tellCard(point.store, key, card, {
    networkId,
    windows: window
      ? [
          {
            ...window,
            id: brandAs(`network:${networkId}`),
            site: elsewhere,
            families: '*',
            policyVersion: 'demo-1',
            renewal: 0,
          },
        ]
      : [],
  });
  await openDay(point, day('2026-11-22'));
  await scan(point, card);
  return point;
}

const window = (from: string, until: string) => ({ from: day(from), until: day(until) });

/** Tries to sell at the solidarity price what only entitled people may buy. */
async function topUp(point: TestPoint) {
  const { saleId, person, lines } = await point.done('addProduct', { sku: sku('RECH-20') });
  const finished = await point.call('finishSale', {
    saleId,
    tenders: [cash(400)],
    expectedTotalCents: cash(400).cents,
  });
  return { standing: person?.standing, verdict: lines[0]?.verdict, finished };
}

test.each([
  ['on its first day', window('2026-11-22', '2028-05-21')],
  ['inside it', window('2026-01-01', '2027-06-30')],
  ['on its last day', window('2025-05-23', '2026-11-22')],
])('a card of the network opens the rights of its window %s', async (_when, rights) => {
  const point = await withWindow(rights);
  const sold = await topUp(point);
  expect(sold).toMatchObject({ standing: { kind: 'entitled' }, verdict: 'allowed', finished: { ok: true } });
  expect(payloadsOf(point, 'sale', 'sale')).toMatchObject([
    { personId: networkId, entitlementId: `network:${networkId}`, totalCents: 400 },
  ]);
});

test.each([
  [
    'the day before it opens',
    window('2026-11-23', '2028-05-22'),
    { kind: 'not-open', opensOn: '2026-11-23' },
  ],
  ['the day after it ended', window('2025-05-22', '2026-11-21'), { kind: 'lapsed', endedOn: '2026-11-21' }],
])('nothing is sold at the solidarity price %s', async (_when, rights, standing) => {
  const point = await withWindow(rights);
  const refused = await topUp(point);
  expect(refused).toMatchObject({ standing, verdict: 'refused', finished: { ok: false } });
  expect(payloadsOf(point, 'sale', 'sale')).toEqual([]);
});

test('what anybody may buy costs them the market value outside the window, the solidarity price inside', async () => {
  const priceOf = async (rights: Parameters<typeof withWindow>[0]) => {
    const point = await withWindow(rights);
    return (await point.done('addProduct', { sku: sku('CHARGEUR') })).totalCents;
  };
  const [inside, before, after] = [
    await priceOf(window('2026-11-22', '2026-11-22')),
    await priceOf(window('2026-11-23', '2028-05-22')),
    await priceOf(window('2025-05-22', '2026-11-21')),
  ];
  expect([before, after]).toEqual([1_500, 1_500]);
  expect(inside).toBeLessThan(1_500);
});

test('a card without a window buys once as a walk-in', async () => {
  const point = await withWindow(null);
  expect(await topUp(point)).toMatchObject({ standing: { kind: 'walk-in' }, finished: { ok: true } });
  await scan(point, card);
  expect(await topUp(point)).toMatchObject({
    standing: { kind: 'walk-in-used' },
    verdict: 'refused',
    finished: { ok: false },
  });
});
