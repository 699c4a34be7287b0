import { describe, expect, test } from 'vitest';
import type { Policy } from '#domain/catalogue.ts';
import {
  type Buyer,
  type Entitlement,
  type Standing,
  latestWindow,
  openEntitlement,
  standingOf,
} from '#domain/entitlement.ts';
import { type EntitlementId, type FamilyId, type PrescriberId, brandAs } from '#domain/ids.ts';
import { type ReferralClaim, verifyReferral } from '#domain/referral.ts';
import { unsignedReferral } from '#domain/referral-code.ts';
import { addDays, day } from '#domain/time.ts';
import {
  buyerId,
  catalogue,
  entitled,
  familyId,
  paris,
  policy,
  walkIn,
  windowFrom,
} from '#test/support/catalogue.ts';

const renewing = (change: Partial<Policy['renewal']>): Policy => ({
  ...policy,
  renewal: { max: 9, waitDays: 0, mode: 'extends', ...change },
});

function open(
  on: string,
  earlier: readonly Entitlement[],
  rules: { readonly policy?: Policy; readonly overridden?: boolean; readonly claim?: ReferralClaim } = {},
): ReturnType<typeof openEntitlement> {
  const { eligible } = verifyReferral(
    rules.claim ?? { proof: 'voucher', number: '002-00007-22', issuedOn: day(on) },
    {
      catalogue,
      site: paris,
      on: day(on),
      used: () => null,
      revoked: () => false,
      verifySignature: () => true,
      person: null,
      overriddenBy: null,
    },
  );
  if (!eligible) throw new Error('the voucher was refused');
  return openEntitlement(eligible, {
    id: brandAs<EntitlementId>('new'),
    personId: buyerId,
    earlier,
    policy: rules.policy ?? policy,
    on: day(on),
    overridden: rules.overridden ?? false,
  });
}

const opened = (from: string, until: string, renewal: number): object => ({
  ok: true,
  value: {
    id: 'new',
    personId: buyerId,
    from,
    until,
    policyVersion: 'demo-1',
    families: '*',
    referralKey: 'voucher:002-00007-22',
    renewal,
  },
});

describe('a first window', () => {
  test.each([
    ['2026-09-15', '2028-03-14'],
    ['2026-08-31', '2028-02-29'],
    ['2025-08-31', '2027-02-28'],
    ['2026-03-01', '2027-08-31'],
  ])('opens on the day of registration, %s, to %s', (on, until) => {
    expect(open(on, [])).toEqual(opened(on, until, 0));
  });

  test('covers the families of its referral, and no other', () => {
    const { body } = unsignedReferral({
      keyId: 'ISSUEKEY',
      id: 'ABCDEFGHIJKLMNOP',
      prescriberId: brandAs<PrescriberId>('P002'),
      issuedOn: day('2026-11-01'),
      expiresOn: day('2027-01-30'),
      families: [familyId('sim'), familyId('topup')],
      initials: 'FD',
      year: 1987,
    });
    const code = `${body}.${'A'.repeat(103)}`;
    expect(open('2026-11-22', [], { claim: { proof: 'signed-code', code } })).toMatchObject({
      ok: true,
      value: { families: ['sim', 'topup'], referralKey: 'code:ABCDEFGHIJKLMNOP' },
    });
  });
});

describe('a renewal', () => {
  const first = windowFrom('2025-09-15');

  test('extends: it opens the day after the running window', () => {
    expect(open('2026-11-22', [first])).toEqual(opened('2027-03-15', '2028-09-14', 1));
  });

  test('extends on the very last day', () => {
    expect(open('2027-03-14', [first])).toEqual(opened('2027-03-15', '2028-09-14', 1));
  });

  test('opens today once the last window is over', () => {
    expect(open('2027-03-15', [first])).toEqual(opened('2027-03-15', '2028-09-14', 1));
    expect(open('2027-06-01', [first])).toEqual(opened('2027-06-01', '2028-11-30', 1));
  });

  test('restarts: it opens today whatever is left', () => {
    expect(open('2026-11-22', [first], { policy: renewing({ mode: 'restarts' }) })).toEqual(
      opened('2026-11-22', '2028-05-21', 1),
    );
  });

  test('stops at the number of the policy, unless a manager lifts it', () => {
    const second = windowFrom('2026-01-01', { renewal: 1 });
    expect(open('2027-07-10', [second, first])).toEqual({
      ok: false,
      refusal: { code: 'renewal-too-many', max: 1 },
    });
    expect(open('2027-07-10', [first, second], { overridden: true })).toEqual(
      opened('2027-07-10', '2029-01-09', 2),
    );
  });

  test('counts every renewal, though an older window under a longer policy ends later', () => {
    const long = windowFrom('2026-01-01', { until: day('2030-12-31') });
    const restarted = windowFrom('2026-06-01', { renewal: 1 });
    expect(open('2026-11-22', [restarted, long])).toEqual({
      ok: false,
      refusal: { code: 'renewal-too-many', max: 1 },
    });
  });

  test('counts two windows opened on one day', () => {
    const again = windowFrom('2025-09-15', { renewal: 1 });
    const refusal = { ok: false, refusal: { code: 'renewal-too-many', max: 1 } };
    expect([open('2026-11-22', [first, again]), open('2026-11-22', [again, first])]).toEqual([
      refusal,
      refusal,
    ]);
  });

  test.each([
    ['2027-03-14', false, 'too early'],
    ['2027-04-13', false, 'too early'],
    ['2027-04-14', true, 'possible'],
  ])('waits the days of the policy after the end: on %s', (on, possible) => {
    const answer = open(on, [first], { policy: renewing({ waitDays: 30 }) });
    expect(answer).toEqual(
      possible
        ? opened('2027-04-14', '2028-10-13', 1)
        : { ok: false, refusal: { code: 'renewal-too-early', possibleOn: '2027-04-14' } },
    );
  });

  test('need not wait when a manager lifts it', () => {
    expect(open('2027-03-20', [first], { policy: renewing({ waitDays: 30 }), overridden: true })).toEqual(
      opened('2027-03-20', '2028-09-19', 1),
    );
  });
});

describe('standing', () => {
  const buyer = (entitlements: readonly Entitlement[], walkInUnits = 0): Buyer => ({
    personId: buyerId,
    entitlements,
    walkInUnits,
  });
  const window = windowFrom('2026-09-15');

  test.each([
    ['the first day', '2026-09-15'],
    ['the last day', '2028-03-14'],
  ])('is entitled on %s of the window', (_, on) => {
    expect(standingOf(entitled, policy, day(on))).toEqual({ kind: 'entitled', entitlement: window });
  });

  test('is not open the day before', () => {
    expect(standingOf(entitled, policy, day('2026-09-14'))).toEqual({
      kind: 'not-open',
      opensOn: '2026-09-15',
    });
  });

  test('has lapsed the day after', () => {
    expect(standingOf(entitled, policy, day('2028-03-15'))).toEqual({
      kind: 'lapsed',
      endedOn: '2028-03-14',
    });
  });

  test('of nobody is the public', () => {
    expect(standingOf(null, policy, day('2026-11-22'))).toEqual({ kind: 'public' });
  });

  test('without a window is walk-in, a referral being due in 30 days', () => {
    expect(standingOf(walkIn, policy, day('2026-11-22'))).toEqual({
      kind: 'walk-in',
      dueOn: addDays(day('2026-11-22'), 30),
    });
  });

  test('without a window is used up after what the policy allows', () => {
    expect(standingOf(buyer([], 1), policy, day('2026-11-22'))).toEqual({ kind: 'walk-in-used' });
  });

  test('takes the newest of two running windows, in whatever order they come', () => {
    const restarted = windowFrom('2026-11-20', { renewal: 1 });
    const expected = { kind: 'entitled', entitlement: restarted };
    expect(standingOf(buyer([window, restarted]), policy, day('2026-11-22'))).toEqual(expected);
    expect(standingOf(buyer([restarted, window]), policy, day('2026-11-22'))).toEqual(expected);
  });

  test('takes what two papers of one day give together, in whatever order they come', () => {
    const of = (id: string, families: Entitlement['families']) =>
      windowFrom('2026-11-20', { id: brandAs<EntitlementId>(id), families });
    const sim = of('a', [brandAs<FamilyId>('sim')]);
    const given = (...others: readonly Entitlement[]) =>
      [
        [sim, ...others],
        [...others, sim],
      ].map((windows) => {
        const standing = standingOf(buyer(windows), policy, day('2026-11-22'));
        return standing.kind === 'entitled' ? standing.entitlement.families : standing.kind;
      });
    expect(given(of('b', '*'))).toEqual(['*', '*']);
    expect(given(of('b', [brandAs<FamilyId>('topup')]))).toEqual([
      ['sim', 'topup'],
      ['sim', 'topup'],
    ]);
    // An older one gives nothing to what replaced it.
    expect(given(windowFrom('2026-09-15'))).toEqual([['sim'], ['sim']]);
  });

  test('waits for the nearest of two windows to come', () => {
    const far = windowFrom('2028-03-15', { renewal: 1 });
    expect(standingOf(buyer([far, window]), policy, day('2026-09-01'))).toEqual({
      kind: 'not-open',
      opensOn: '2026-09-15',
    });
  });

  test('goes from one window to the next without a day between', () => {
    const next = windowFrom('2028-03-15', { renewal: 1 });
    const both = buyer([next, window]);
    expect(standingOf(both, policy, day('2028-03-14'))).toEqual({ kind: 'entitled', entitlement: window });
    expect(standingOf(both, policy, day('2028-03-15'))).toEqual({ kind: 'entitled', entitlement: next });
  });

  test('is only found by looking: nothing else has its type', () => {
    // @ts-expect-error an object of the same shape is no standing
    const guessed: Standing = { kind: 'public' };
    expect(guessed).toEqual(standingOf(null, policy, day('2026-11-22')));
  });

  test('has no latest window when there is none', () => {
    expect(latestWindow([])).toBeUndefined();
  });
});
