import { expect, test } from 'vitest';
import type { Catalogue } from '#domain/catalogue.ts';
import { brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { newSigningKey } from '#exchange/crypto.ts';
import {
  approval,
  bankCard,
  closingInput,
  countOf,
  credit,
  noReasons,
  openDay,
  payloadsOf,
  sell,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// Where the policy names an amount, that amount is still allowed; one cent more takes a manager.

async function withPolicy(policy: Partial<Catalogue['policy']>): Promise<TestPoint> {
  const point = await testPoint({
    headquarters: newSigningKey(),
    amend: (body) => ({
      ...body,
      catalogue: { ...body.catalogue, policy: { ...body.catalogue.policy, ...policy } },
    }),
  });
  await openDay(point);
  return point;
}

/** Brings some chargers of 15 € back for their money. */
async function bringBack(point: TestPoint, quantity: number, given: typeof approval | null = null) {
  const skus = Array.from({ length: quantity }, () => 'CHARGEUR');
  const sale = await sell(point, { skus });
  const { lines } = await point.done('ticket', { saleId: sale.saleId });
  return point.call('returnLines', {
    saleId: sale.saleId,
    returnId: brandAs(crypto.randomUUID()),
    lines: lines.map((line) => ({
      lineId: line.lineId,
      quantity: line.quantity,
      condition: 'unopened' as const,
      as: 'refund' as const,
      newUnit: null,
    })),
    override: given && { approval: given, reason: 'retour' },
  });
}

const refundNeedsManager = { ok: false, refusal: { kind: 'approval-needed', act: 'refund' } };

test('a seller refunds exactly the policy’s amount alone, and one cent more with a manager', async () => {
  const atLimit = await withPolicy({ refundLimitForSellerCents: cents(1_500) });
  expect(await bringBack(atLimit, 1)).toMatchObject({ ok: true, value: { refundByKind: { cash: -1_500 } } });
  expect(payloadsOf(atLimit, 'sale', 'return')).toMatchObject([{ operator: 'E01', approvedBy: null }]);
  const above = await withPolicy({ refundLimitForSellerCents: cents(1_499) });
  expect(await bringBack(above, 1)).toEqual(refundNeedsManager);
  expect(await bringBack(above, 1, approval)).toMatchObject({ ok: true });
  expect(payloadsOf(above, 'sale', 'return')).toMatchObject([{ operator: 'E01', approvedBy: 'E03' }]);
});

test('what several lines refund is one amount, not one each', async () => {
  const sum = await withPolicy({ refundLimitForSellerCents: cents(3_000) });
  expect(await bringBack(sum, 2)).toMatchObject({ ok: true });
  const above = await withPolicy({ refundLimitForSellerCents: cents(2_999) });
  expect(await bringBack(above, 2)).toEqual(refundNeedsManager);
});

const limit = 1_000;
const differenceNeedsManager = { ok: false, refusal: { kind: 'approval-needed', act: 'difference' } };

test.each([
  ['cash that is missing', { cash: -limit }, false],
  ['cash that is missing, one cent more', { cash: -limit - 1 }, true],
  ['cash that is too much', { cash: limit }, false],
  ['cash that is too much, one cent more', { cash: limit + 1 }, true],
  ['a card total that is short', { card: -limit }, false],
  ['a card total that is short, one cent more', { card: -limit - 1 }, true],
  ['a card total that is too high, one cent more', { card: limit + 1 }, true],
  ['both within it', { cash: -limit, card: limit }, false],
])('the closing’s difference at the policy’s amount: %s', async (_what, by, manager) => {
  const { cash = 0, card = 0 }: { readonly cash?: number; readonly card?: number } = by;
  const point = await withPolicy({ differenceNeedsManagerCents: cents(limit) });
  await sell(point, { skus: ['CHARGEUR', 'CHARGEUR'], tenders: [bankCard(3_000)] });
  const input = await closingInput(point, {
    cash: countOf(5_000 + cash),
    cardCents: cents(3_000 + card),
    floatLeft: countOf(1_000),
    reasons: { ...noReasons, cash: 'unknown', bankCard: 'unknown' },
  });
  const { managerNeeded } = await point.done('checkCount', input);
  expect(managerNeeded).toBe(manager);
  const alone = await point.call('closeSession', input);
  if (!manager) expect(alone).toMatchObject({ ok: true });
  else {
    expect(alone).toEqual(differenceNeedsManager);
    expect(await point.call('closeSession', { ...input, approval })).toMatchObject({ ok: true });
  }
  expect(payloadsOf(point, 'closing', 'session')).toMatchObject([{ joinedBy: manager ? 'E03' : null }]);
});

test('a missing paper of a structure counts as its amount', async () => {
  const closed = async (limitCents: number) => {
    const point = await withPolicy({ differenceNeedsManagerCents: cents(limitCents) });
    await sell(point, { skus: ['CHARGEUR'], tenders: [credit(1_500)] });
    const input = await closingInput(point, {
      creditCount: 0,
      reasons: { ...noReasons, structureCredit: 'line-forgotten' },
    });
    return point.call('closeSession', input);
  };
  expect(await closed(1_500)).toMatchObject({
    ok: true,
    value: { differences: [{}, {}, { differenceCents: -1_500 }] },
  });
  expect(await closed(1_499)).toEqual(differenceNeedsManager);
});
