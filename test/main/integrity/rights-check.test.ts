import { expect, test } from 'vitest';
import { approval, entitled, memberCard, openDay, register, voucherClaim } from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

// Rights, used referrals and cards are what the signed events give, whoever holds the database's key.

/** Two people with rights, one window taken back, and a card that was replaced. */
async function living(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  const first = await entitled(point);
  await point.done('giveCard', { personId: first, card: memberCard(1) });
  await point.done('giveCard', { personId: first, card: memberCard(2) });
  const second = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const opened = { personId: second, claim: voucherClaim(8), override: null };
  const { entitlementId } = await point.done('openEntitlement', opened);
  await point.done('correctReferral', { entitlementId, approval });
  await point.done('openEntitlement', { personId: second, claim: voucherClaim(9), override: null });
  return point;
}

const holding = 'WHERE cancelled_at IS NULL AND id = (SELECT min(id) FROM entitlement)';
const rightsOf = (point: TestPoint): unknown =>
  ['entitlement', 'member_card', 'referral_use'].map((table) =>
    point.db.$client.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
  );

const tampered: readonly (readonly [what: string, statement: string])[] = [
  ['longer', `UPDATE entitlement SET until_day = '2099-01-01' ${holding}`],
  ['sooner', `UPDATE entitlement SET from_day = '2020-01-01' ${holding}`],
  ['wider', `UPDATE entitlement SET families = '["sim"]' ${holding}`],
  [
    'somebody else’s',
    `UPDATE entitlement SET person_id = (SELECT id FROM person WHERE birth_name = 'Benali') ${holding}`,
  ],
  ['closed', `UPDATE entitlement SET cancelled_at = opened_at ${holding}`],
  ['open again', 'UPDATE entitlement SET cancelled_at = NULL WHERE cancelled_at IS NOT NULL'],
  ['gone', `DELETE FROM entitlement ${holding}`],
  [
    'invented',
    `INSERT INTO entitlement SELECT 'invented', person_id, from_day, until_day, policy_version, families, 'none', 0, opened_at,
       opened_by, NULL FROM entitlement ${holding}`,
  ],
  ['the card that was replaced', 'UPDATE member_card SET active = 1 - active'],
];

test('a right that is another than was signed is found, and put back', async () => {
  const point = await living();
  const before = rightsOf(point);
  expect(await point.deps.integrity.check(1)).toBe(true);
  expect(point.deps.integrity.state().defects).toEqual([]);
  for (const [what, statement] of tampered) {
    point.db.$client.pragma('foreign_keys = OFF');
    point.db.$client.exec(statement);
    expect(rightsOf(point), what).not.toEqual(before);
    const told = point.store.lastRecord(point.deps.till, 'event')?.seq ?? 0;
    expect(await point.deps.integrity.check(1)).toBe(true);
    const [defect] = point.store.recordsBetween(point.deps.till, 'event', told + 1, told + 1);
    expect([what, defect?.type, defect?.bytes]).toEqual([
      what,
      'integrity-defect',
      expect.stringContaining('rights-changed') as unknown,
    ]);
    expect(rightsOf(point), what).toEqual(before);
  }
});

test('a referral freed in the database is found', async () => {
  const point = await living();
  point.db.$client.exec('DELETE FROM referral_use WHERE key = (SELECT min(key) FROM referral_use)');
  await point.deps.integrity.check(1);
  expect(point.deps.integrity.state().defects.map(({ defect }) => defect.kind)).toEqual(['rights-changed']);
});
