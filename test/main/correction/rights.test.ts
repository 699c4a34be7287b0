import { expect, test } from 'vitest';
import { type OperatorCode, brandAs } from '#domain/ids.ts';
import { type Instant, instant } from '#domain/time.ts';
import {
  approval,
  bankCard,
  closeDay,
  entitled,
  openDay,
  payloadsOf,
  register,
  sell,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// "Je me suis trompé" is for one's own mistake of today; anybody else's takes a manager.

const zoe = { operator: brandAs<OperatorCode>('E09'), password: 'Zoe-20261' };

async function opened(at?: Instant): Promise<TestPoint> {
  const point = await testPoint(at ? { at } : {});
  point.store.insertOperator({
    code: zoe.operator,
    name: 'Zoé',
    role: 'seller',
    admin: false,
    passwordHash: `plain:${zoe.password}`,
    mustChange: false,
    status: 'active',
    createdAt: point.deps.now(),
  });
  await openDay(point);
  return point;
}

type Given = typeof approval | null;
const needsManager = { ok: false, refusal: { kind: 'approval-needed', act: 'correction' } };
const zoeByManager = { operator: 'E09', approvedBy: 'E03' };

test('another seller of the same open session puts a tender right with a manager only', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  await point.done('takeOver', zoe);
  const correct = (given: Given) =>
    point.call('correctTender', { saleId, tenders: [bankCard(1_500)], approval: given });
  expect(await correct(null)).toEqual(needsManager);
  expect(await correct({ approver: zoe.operator, password: zoe.password })).toEqual({
    ok: false,
    refusal: { kind: 'approval-refused', why: 'not-a-manager' },
  });
  expect(payloadsOf(point, 'sale', 'correction')).toEqual([]);
  expect(await correct(approval)).toMatchObject({ ok: true });
  expect(payloadsOf(point, 'sale', 'correction')).toMatchObject([zoeByManager]);
});

test('another seller of the same open session gives a sale to somebody else with a manager only', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { to: await entitled(point), skus: ['RECH-5'] });
  const personId = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  await point.done('takeOver', zoe);
  const correct = (given: Given) => point.call('correctPerson', { saleId, personId, approval: given });
  expect(await correct(null)).toEqual(needsManager);
  expect(payloadsOf(point, 'sale', 'correction')).toEqual([]);
  expect(await correct(approval)).toMatchObject({ ok: true, value: { personId } });
  expect(payloadsOf(point, 'sale', 'correction')).toMatchObject([zoeByManager]);
});

test('one’s own sale of an earlier session of the same day takes a manager too', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  await closeDay(point);
  await openDay(point);
  const correct = { saleId, tenders: [bankCard(1_500)], approval: null };
  expect(await point.call('correctTender', correct)).toEqual(needsManager);
});

test('a manager signed in puts somebody else’s sale right by doing it, and stands as the approver', async () => {
  const point = await opened();
  const { saleId } = await sell(point, { skus: ['CHARGEUR'] });
  await point.signInAs('manager');
  await point.done('correctTender', { saleId, tenders: [bankCard(1_500)], approval: null });
  expect(payloadsOf(point, 'sale', 'correction')).toMatchObject([{ operator: 'E03', approvedBy: 'E03' }]);
});

const minutes = (count: number): number => count * 60_000;

test.each([
  ['the same day', '2026-11-22T09:00:00.000Z', minutes(14 * 60 - 1), true],
  ['the day after, at the stroke of midnight in Paris', '2026-11-22T09:00:00.000Z', minutes(14 * 60), false],
  [
    'opened just after midnight in Paris, the same morning',
    '2026-11-21T23:30:00.000Z',
    minutes(10 * 60),
    true,
  ],
])(
  'a referral is taken back by its opener alone only on the site’s day: %s',
  async (_when, at, after, alone) => {
    const point = await opened(instant(at));
    const personId = await entitled(point);
    const { entitlements } = await point.done('personFile', { personId, act: 'referral' });
    point.later(after);
    const answer = await point.call('correctReferral', {
      entitlementId: entitlements[0]!.id,
      approval: null,
    });
    expect(answer).toEqual(alone ? { ok: true, value: null } : needsManager);
  },
);
