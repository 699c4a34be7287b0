import { expect, test } from 'vitest';
import { brandAs } from '#domain/ids.ts';
import { day } from '#domain/time.ts';
import { type SigningKey, signerFor } from '#exchange/crypto.ts';
import { issueReferral } from '#exchange/referral-issue.ts';
import {
  approval,
  closeDay,
  entitled,
  hour,
  openDay,
  payloadsOf,
  recordsOf,
  register,
  rowsOf,
  sell,
  sku,
  voucherClaim,
} from '#test/support/desk.ts';
import { type TestPoint, testPoint } from '#test/support/point.ts';

async function opened(): Promise<TestPoint> {
  const point = await testPoint();
  await openDay(point);
  return point;
}
const letter = (issuedOn = '2026-11-20') =>
  ({
    proof: 'letter',
    prescriberId: brandAs<never>('P001'),
    referent: 'Marie Diallo',
    issuedOn: day(issuedOn),
  }) as const;

test('a voucher mistyped is said at once; one used twice asks whether it was mistyped', async () => {
  const point = await opened();
  const claim = { ...voucherClaim(7), number: '001-00007-99' };
  expect(await point.call('verifyReferral', { claim, personId: null })).toEqual({
    ok: false,
    refusal: { kind: 'voucher-mistyped' },
  });
  const personId = await entitled(point, 7);
  const other = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const again = await point.call('openEntitlement', {
    personId: other,
    claim: voucherClaim(7),
    override: null,
  });
  expect(again).toMatchObject({
    refusal: {
      kind: 'referral-refused',
      referral: {
        reasons: [{ code: 'referral-used', usedOn: '2026-11-22' }],
        askRetype: true,
        canOverride: false,
      },
    },
  });
  const twice = await point.call('openEntitlement', { personId, claim: voucherClaim(7), override: null });
  expect(twice).toMatchObject({ refusal: { kind: 'referral-refused' } });
  expect(rowsOf(point, 'SELECT person_id FROM entitlement')).toEqual([{ person_id: personId }]);
});

test('expiry: accepted to its day, warned about for fifteen days, then refused with a way out', async () => {
  const point = await opened();
  const verdict = async (issuedOn: string) =>
    point.done('verifyReferral', { claim: voucherClaim(7, '001', day(issuedOn)), personId: null });
  expect(await verdict('2026-08-24')).toMatchObject({ verdict: 'accepted', reasons: [] });
  expect(await verdict('2026-08-23')).toMatchObject({ verdict: 'accepted-with-warnings' });
  expect(await verdict('2026-08-09')).toMatchObject({ verdict: 'accepted-with-warnings' });
  expect(await verdict('2026-08-08')).toMatchObject({
    verdict: 'refused',
    reasons: [{ code: 'referral-expired' }],
    offerWalkIn: true,
    canOverride: true,
  });
  expect(await verdict('2026-11-23')).toMatchObject({ reasons: [{ code: 'referral-future' }] });
});

test('a suspended structure is refused and listed to call once a day', async () => {
  const point = await opened();
  const ask = () => point.done('verifyReferral', { claim: voucherClaim(7, '010'), personId: null });
  expect(await ask()).toMatchObject({
    verdict: 'refused',
    reasons: [{ code: 'prescriber-suspended' }],
    offerWalkIn: true,
    canOverride: false,
    prescriber: { id: 'P010' },
  });
  await ask();
  const listed = 'SELECT prescriber_id, business_day, reason FROM call_list';
  const today = { prescriber_id: 'P010', business_day: '2026-11-22', reason: 'prescriber-suspended' };
  expect(rowsOf(point, listed)).toEqual([today]);
  expect(payloadsOf(point, 'event', 'referral-refused')).toHaveLength(1);
  await closeDay(point);
  point.later(24 * hour);
  await openDay(point, day('2026-11-23'));
  await ask();
  expect(rowsOf(point, listed)).toEqual([today, { ...today, business_day: '2026-11-23' }]);
});

test('a structure of other points, an unknown one and a number outside the booklet are each named', async () => {
  const point = await opened();
  const codes = async (number: number, prescriber: string) =>
    (
      await point.done('verifyReferral', { claim: voucherClaim(number, prescriber), personId: null })
    ).reasons.map((reason) => reason.code);
  expect(await codes(7, '012')).toEqual(['prescriber-other-site']);
  expect(await codes(7, '777')).toEqual(['prescriber-unknown']);
  expect(await codes(501, '001')).toEqual(['referral-outside-booklet']);
  expect(await codes(7, '008')).toEqual(['agreement-not-running']);
});

test('a letter is a seller’s to accept, under reserve, and nothing of it stays but a likeness nobody sees', async () => {
  const point = await opened();
  await point.signInAs('trainee');
  const personId = await register(point);
  expect(await point.call('verifyReferral', { claim: letter(), personId })).toEqual({
    ok: false,
    refusal: { kind: 'letter-needs-seller' },
  });
  await point.signInAs('seller');
  const done = await point.done('openEntitlement', { personId, claim: letter(), override: null });
  expect(done.referral).toMatchObject({
    verdict: 'accepted-with-warnings',
    reasons: [{ code: 'referral-under-reserve' }],
  });
  expect(rowsOf(point, 'SELECT proof, under_reserve, referent_alike FROM referral_use')).toEqual([
    { proof: 'letter', under_reserve: 1, referent_alike: 1 },
  ]);
  expect(rowsOf(point, 'SELECT prescriber_id FROM call_list')).toEqual([{ prescriber_id: 'P001' }]);
  expect(JSON.stringify(rowsOf(point, 'SELECT body FROM outbox'))).not.toContain('Marie');
});

test('a signed code opens what it names, once; a touched one is refused', async () => {
  const point = await opened();
  const issuing = JSON.parse(
    Buffer.from(
      (await import('#drivers/keystore/file.ts')).fileKeystore(`${point.folder}/keys`).read('demo-issue') ??
        [],
    ).toString(),
  ) as SigningKey;
  const code = issueReferral(
    {
      id: new Uint8Array(10).fill(3),
      prescriberId: brandAs('P001'),
      issuedOn: day('2026-11-20'),
      expiresOn: day('2027-02-18'),
      families: [brandAs('sim')],
      initials: 'FD',
      birthYear: 1988,
    },
    { keyId: issuing.keyId, sign: signerFor(issuing.privateKey) },
  );
  const personId = await register(point);
  const touched = code.replace('.SIM.', '.*.');
  const verdict = (text: string) =>
    point.done('verifyReferral', { claim: { proof: 'signed-code', code: text }, personId });
  expect(await verdict(touched)).toMatchObject({ reasons: [{ code: 'referral-bad-signature' }] });
  expect(await verdict('CR1.nonsense')).toMatchObject({ reasons: [{ code: 'referral-unreadable' }] });
  const claim = { proof: 'signed-code', code: code.toLowerCase() } as const;
  const { referral } = await point.done('openEntitlement', { personId, claim, override: null });
  expect(referral).toMatchObject({ verdict: 'accepted' });
  await point.done('choosePerson', { personId, holdFirst: false });
  expect((await point.done('addProduct', { sku: sku('RECH-5') })).lines).toMatchObject([
    { reasons: [{ code: 'family-not-referred' }] },
  ]);
  expect(await verdict(code)).toMatchObject({ reasons: [{ code: 'referral-used' }] });
});

test('a manager lifts an expired referral, with a reason and both names; nobody else does', async () => {
  const point = await opened();
  const personId = await register(point);
  const claim = voucherClaim(7, '001', day('2026-05-01'));
  const ask = (override: { approval: typeof approval; reason: string } | null) =>
    point.call('openEntitlement', { personId, claim, override });
  expect(await ask(null)).toMatchObject({ refusal: { kind: 'referral-refused' } });
  expect(await ask({ approval: { ...approval, password: 'x' }, reason: 'r' })).toMatchObject({
    refusal: { kind: 'approval-refused' },
  });
  expect(await ask({ approval, reason: 'structure appelée' })).toMatchObject({ ok: true });
  expect(payloadsOf(point, 'event', 'override')).toEqual([
    {
      operator: 'E01',
      entitlementId: expect.any(String) as unknown,
      reason: 'structure appelée',
      approvedBy: 'E03',
    },
  ]);
});

test('a renewal extends the window, once', async () => {
  const point = await opened();
  const personId = await entitled(point, 1);
  const open = (number: number) =>
    point.call('openEntitlement', { personId, claim: voucherClaim(number), override: null });
  expect(await open(2)).toMatchObject({ ok: true, value: { from: '2028-05-22', until: '2029-11-21' } });
  expect(await open(3)).toEqual({
    ok: false,
    refusal: { kind: 'renewal-refused', reason: { code: 'renewal-too-many', max: 1 } },
  });
  expect(rowsOf(point, 'SELECT key FROM referral_use')).toHaveLength(2);
});

test('a referral written today is good today, also before the till is opened', async () => {
  const point = await opened();
  await closeDay(point);
  point.later(3 * 24 * hour);
  const claim = voucherClaim(7, '001', day('2026-11-25'));
  expect(await point.done('verifyReferral', { claim, personId: null })).toMatchObject({
    verdict: 'accepted',
  });
  const personId = await register(point);
  expect(await point.done('openEntitlement', { personId, claim, override: null })).toMatchObject({
    from: '2026-11-25',
    until: '2028-05-24',
  });
});

const entitlementOf = async (point: TestPoint, personId: never): Promise<string> =>
  (await point.done('personFile', { personId, act: 'referral' })).entitlements[0]!.id;

test('a referral used for the wrong person is given back, unless something is had on it', async () => {
  const point = await opened();
  const wrong = await entitled(point, 7);
  const right = await register(point, { birthName: 'Benali', firstNames: 'Karim' });
  const entitlementId = await entitlementOf(point, wrong as never);
  const sale = await sell(point, { to: wrong, skus: ['RECH-5'] });
  const correct = () => point.call('correctReferral', { entitlementId, approval: null });
  expect(await correct()).toEqual({ ok: false, refusal: { kind: 'entitlement-used' } });
  await point.done('correctPerson', { saleId: sale.saleId, personId: right, approval: null });
  expect(await correct()).toEqual({ ok: true, value: null });
  expect(await correct()).toEqual({ ok: false, refusal: { kind: 'entitlement-unknown' } });
  expect(
    await point.call('openEntitlement', { personId: right, claim: voucherClaim(7), override: null }),
  ).toMatchObject({
    ok: true,
  });
  const told = recordsOf(point, 'event').flatMap(({ type }) => (type.startsWith('window-') ? [type] : []));
  expect(told).toEqual(['window-opened', 'window-taken-back', 'window-opened']);
  // Whoever reads the journal cannot tell which voucher it was, nor use it.
  expect(JSON.stringify(recordsOf(point, 'event'))).not.toContain('voucher:');
});

test('somebody else’s referral is put right by a manager only', async () => {
  const point = await opened();
  const personId = await entitled(point, 7);
  const entitlementId = await entitlementOf(point, personId as never);
  point.store.insertOperator({
    code: brandAs('E09'),
    name: 'Zoé',
    role: 'seller',
    admin: false,
    passwordHash: 'plain:Zoe-20261',
    mustChange: false,
    status: 'active',
    createdAt: point.deps.now(),
  });
  await point.done('takeOver', { operator: brandAs('E09'), password: 'Zoe-20261' });
  const correct = (given: typeof approval | null) =>
    point.call('correctReferral', { entitlementId, approval: given });
  expect(await correct(null)).toEqual({ ok: false, refusal: { kind: 'approval-needed', act: 'correction' } });
  expect(await correct(approval)).toEqual({ ok: true, value: null });
});
