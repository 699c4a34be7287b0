import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue, Prescriber } from '#domain/catalogue.ts';
import { type FamilyId, type PrescriberId, brandAs } from '#domain/ids.ts';
import { type Reason, type ReasonCode, isOverridable, isWarning } from '#domain/reasons.ts';
import {
  type EligibleReferral,
  type ReferralClaim,
  type ReferralContext,
  prescriberOfVoucher,
  verifyReferral,
} from '#domain/referral.ts';
import { unsignedReferral } from '#domain/referral-code.ts';
import { type Day, addDays, day } from '#domain/time.ts';
import { catalogue, paris, policy, withPolicy } from '#test/support/catalogue.ts';

const issuedOn = day('2026-08-01');
const expiresOn = day('2026-10-30');
const lastGraceDay = day('2026-11-14');
const signature = 'A'.repeat(103);

const context = (change: Partial<ReferralContext> = {}): ReferralContext => ({
  catalogue,
  site: paris,
  on: day('2026-08-20'),
  used: () => null,
  revoked: () => false,
  verifySignature: () => true,
  person: null,
  overriddenBy: null,
  ...change,
});

const voucher: ReferralClaim = { proof: 'voucher', number: '002-00007-22', issuedOn };
const letter: ReferralClaim = {
  proof: 'letter',
  prescriberId: brandAs<PrescriberId>('P002'),
  referent: 'Référent·e 2',
  issuedOn,
  personKey: 'person-1',
};
const signed = (
  change: { readonly initials?: string; readonly prescriberId?: string } = {},
): ReferralClaim => {
  const { body } = unsignedReferral({
    keyId: 'ISSUEKEY',
    id: 'ABCDEFGHIJKLMNOP',
    issuedOn,
    expiresOn,
    families: [brandAs<FamilyId>('sim')],
    initials: 'FD',
    year: 1987,
    ...change,
    prescriberId: brandAs<PrescriberId>(change.prescriberId ?? 'P002'),
  });
  return { proof: 'signed-code', code: `${body}.${signature}` };
};

const withPrescriber = (change: Partial<Prescriber>): Catalogue => ({
  ...catalogue,
  prescribers: catalogue.prescribers.map((one) => (one.id === 'P002' ? { ...one, ...change } : one)),
});
const prescriber = catalogue.prescribers.find((one) => one.id === 'P002') ?? null;
const phone = '01 00 00 02 21';

describe('the three proofs', () => {
  test('a signed code is accepted for the families it names', () => {
    expect(verifyReferral(signed(), context())).toEqual({
      verdict: 'accepted',
      proof: 'signed-code',
      reasons: [],
      prescriber,
      eligible: {
        key: 'code:ABCDEFGHIJKLMNOP',
        proof: 'signed-code',
        prescriberId: 'P002',
        issuedOn,
        families: ['sim'],
        underReserve: false,
      },
      offerWalkIn: false,
      callPrescriber: false,
    });
  });

  test('a voucher of the booklet is accepted for everything', () => {
    expect(verifyReferral(voucher, context())).toEqual({
      verdict: 'accepted',
      proof: 'voucher',
      reasons: [],
      prescriber,
      eligible: {
        key: 'voucher:002-00007-22',
        proof: 'voucher',
        prescriberId: 'P002',
        issuedOn,
        families: '*',
        underReserve: false,
      },
      offerWalkIn: false,
      callPrescriber: false,
    });
  });

  test('a letter is accepted under reserve and puts the structure on the call list', () => {
    expect(verifyReferral(letter, context())).toEqual({
      verdict: 'accepted-with-warnings',
      proof: 'letter',
      reasons: [{ code: 'referral-under-reserve' }],
      prescriber,
      eligible: {
        key: 'letter:P002:2026-08-01:person-1',
        proof: 'letter',
        prescriberId: 'P002',
        issuedOn,
        families: '*',
        underReserve: true,
      },
      offerWalkIn: false,
      callPrescriber: true,
    });
  });

  test('two letters of one structure and one day are two referrals', () => {
    const other = verifyReferral({ ...letter, personKey: 'person-2' }, context());
    expect(other.eligible?.key).toBe('letter:P002:2026-08-01:person-2');
  });

  test('the structure of a voucher is found by its booklet', () => {
    expect(prescriberOfVoucher(catalogue, '002-00007-22')).toBe('P002');
    expect(prescriberOfVoucher(catalogue, '999-00007-00')).toBeNull();
  });
});

test('only a verified referral opens a window: nothing else has its type', () => {
  const copied = {
    key: 'voucher:002-00007-22',
    proof: 'voucher',
    prescriberId: brandAs<PrescriberId>('P002'),
    issuedOn,
    families: '*',
    underReserve: false,
  } as const;
  // @ts-expect-error an object of the same shape is not an eligible referral
  const forged: EligibleReferral = copied;
  expect(forged).toEqual(verifyReferral(voucher, context()).eligible);
});

type Case = [code: ReasonCode, claim: ReferralClaim, change: Partial<ReferralContext>, reason: Reason];
const outsideAgreement = { agreement: { from: day('2025-01-01'), until: day('2026-07-31') } };

const checks: Case[] = [
  ['referral-unreadable', { proof: 'signed-code', code: 'CR1.X' }, {}, { code: 'referral-unreadable' }],
  ['referral-bad-signature', signed(), { verifySignature: () => false }, { code: 'referral-bad-signature' }],
  [
    'referral-other-person',
    signed(),
    { person: { initials: 'ML', birthYear: 1987 } },
    { code: 'referral-other-person' },
  ],
  ['prescriber-unknown', { ...voucher, number: '999-00007-00' }, {}, { code: 'prescriber-unknown' }],
  [
    'prescriber-suspended',
    voucher,
    { catalogue: withPrescriber({ status: 'suspended' }) },
    { code: 'prescriber-suspended', prescriberPhone: phone },
  ],
  [
    'prescriber-other-site',
    voucher,
    { catalogue: withPrescriber({ sites: [brandAs('STD')] }) },
    { code: 'prescriber-other-site', sites: ['STD'] },
  ],
  [
    'agreement-not-running',
    voucher,
    { catalogue: withPrescriber(outsideAgreement) },
    { code: 'agreement-not-running', agreementUntil: day('2026-07-31'), prescriberPhone: phone },
  ],
  ['referral-future', voucher, { on: day('2026-07-31') }, { code: 'referral-future', issuedOn }],
  [
    'referral-expired',
    voucher,
    { on: addDays(lastGraceDay, 1) },
    { code: 'referral-expired', expiredOn: expiresOn, prescriberPhone: phone },
  ],
  ['referral-late', voucher, { on: lastGraceDay }, { code: 'referral-late', expiredOn: expiresOn }],
  ['referral-revoked', voucher, { revoked: () => true }, { code: 'referral-revoked' }],
  [
    'referral-used',
    voucher,
    { used: () => ({ on: day('2026-08-10') }) },
    { code: 'referral-used', usedOn: day('2026-08-10') },
  ],
  ['referral-used', voucher, { used: () => ({ on: null }) }, { code: 'referral-used', usedOn: null }],
  [
    'referral-outside-booklet',
    { ...voucher, number: '002-00501-00' },
    {},
    { code: 'referral-outside-booklet' },
  ],
  [
    'letter-not-accepted',
    letter,
    { catalogue: withPolicy({ referral: { ...policy.referral, letterUnderReserve: false } }) },
    { code: 'letter-not-accepted' },
  ],
];

describe('each check is a coded reason', () => {
  test.each(checks)('%s', (_, claim, change, reason) => {
    const { verdict, reasons, eligible } = verifyReferral(claim, context(change));
    const accepted = isWarning(reason);
    expect(reasons).toEqual([reason]);
    expect(verdict).toBe(accepted ? 'accepted-with-warnings' : 'refused');
    expect(eligible !== null).toBe(accepted);
  });

  test('all that apply are said at once', () => {
    const { reasons } = verifyReferral(
      signed(),
      context({
        catalogue: withPrescriber({ status: 'suspended', sites: [brandAs('STD')], ...outsideAgreement }),
        on: day('2027-08-20'),
        verifySignature: () => false,
        person: { initials: 'FD', birthYear: 1990 },
        revoked: () => true,
        used: () => ({ on: null }),
      }),
    );
    expect(reasons.map((reason) => reason.code)).toEqual([
      'referral-bad-signature',
      'referral-other-person',
      'prescriber-suspended',
      'prescriber-other-site',
      'agreement-not-running',
      'referral-expired',
      'referral-revoked',
      'referral-used',
    ]);
  });

  test.each([
    ['the same initials and year', { initials: 'FD', birthYear: 1987 }, []],
    ['the same initials and an unknown year', { initials: 'FD', birthYear: null }, []],
    ['another year', { initials: 'FD', birthYear: 1988 }, [{ code: 'referral-other-person' }]],
  ])('against a person with %s', (_, person, reasons) => {
    expect(verifyReferral(signed(), context({ person })).reasons).toEqual(reasons);
  });

  test.each([
    ['first of the booklet', '002-00001-00', 'accepted'],
    ['last of the booklet', '002-00500-00', 'accepted'],
    ['before it', '002-00000-00', 'refused'],
    ['after it', '002-00501-00', 'refused'],
  ])('a voucher that is the %s', (_, number, verdict) => {
    expect(verifyReferral({ ...voucher, number }, context()).verdict).toBe(verdict);
  });

  test.each([
    ['its first day', '2026-08-01', '2027-12-31', 'accepted'],
    ['its last day', '2025-01-01', '2026-08-01', 'accepted'],
    ['the day before it runs', '2026-08-02', '2027-12-31', 'refused'],
    ['the day after it ran out', '2025-01-01', '2026-07-31', 'refused'],
  ])('an agreement is looked at on the day of issue: %s', (_, from, until, verdict) => {
    const agreement = { from: day(from), until: day(until) };
    expect(verifyReferral(voucher, context({ catalogue: withPrescriber({ agreement }) })).verdict).toBe(
      verdict,
    );
  });
});

describe('validity, to the day', () => {
  const claims: [string, ReferralClaim][] = [
    ['voucher', voucher],
    ['signed code', signed()],
  ];
  const days: [Day, string, Reason[]][] = [
    [addDays(issuedOn, -1), 'refused', [{ code: 'referral-future', issuedOn }]],
    [issuedOn, 'accepted', []],
    [expiresOn, 'accepted', []],
    [addDays(expiresOn, 1), 'accepted-with-warnings', [{ code: 'referral-late', expiredOn: expiresOn }]],
    [lastGraceDay, 'accepted-with-warnings', [{ code: 'referral-late', expiredOn: expiresOn }]],
    [
      addDays(lastGraceDay, 1),
      'refused',
      [{ code: 'referral-expired', expiredOn: expiresOn, prescriberPhone: phone }],
    ],
  ];
  const table = claims.flatMap(([name, claim]) =>
    days.map(([on, verdict, reasons]) => ({ name, claim, on, verdict, reasons })),
  );
  test.each(table)('a $name on $on is $verdict', ({ claim, on, verdict, reasons }) => {
    expect(verifyReferral(claim, context({ on }))).toMatchObject({ verdict, reasons });
  });

  test('a letter keeps its reserve through the days of grace', () => {
    expect(verifyReferral(letter, context({ on: lastGraceDay })).reasons).toEqual([
      { code: 'referral-under-reserve' },
      { code: 'referral-late', expiredOn: expiresOn },
    ]);
  });
});

describe('a refusal', () => {
  const structureOrDate = new Set<ReasonCode>([
    'prescriber-suspended',
    'prescriber-other-site',
    'agreement-not-running',
    'referral-future',
    'referral-expired',
    'referral-revoked',
    'referral-outside-booklet',
  ]);
  test.each(checks.filter(([, , , reason]) => !isWarning(reason)))(
    'offers the walk-in sale and lists the call only for the fault of a structure or a date: %s',
    (code, claim, change) => {
      const { offerWalkIn, callPrescriber } = verifyReferral(claim, context(change));
      const fault = structureOrDate.has(code);
      expect({ offerWalkIn, callPrescriber }).toEqual({ offerWalkIn: fault, callPrescriber: fault });
    },
  );

  test.each(checks.filter(([, , , reason]) => !isWarning(reason)))(
    'is lifted by a manager only where it may be: %s',
    (_, claim, change, reason) => {
      const { verdict, reasons, eligible } = verifyReferral(
        claim,
        context({ ...change, overriddenBy: 'M01' }),
      );
      const lifted = isOverridable(reason);
      expect(reasons).toEqual([lifted ? { code: 'overridden', approver: 'M01' } : reason]);
      expect(verdict).toBe(lifted ? 'accepted-with-warnings' : 'refused');
      expect(eligible !== null).toBe(lifted);
    },
  );

  test('two of which are lifted names the manager once', () => {
    const late = { ...voucher, number: '002-00501-00' };
    const { verdict, reasons } = verifyReferral(
      late,
      context({ on: day('2027-06-01'), overriddenBy: 'M01' }),
    );
    expect({ verdict, reasons }).toEqual({
      verdict: 'accepted-with-warnings',
      reasons: [{ code: 'overridden', approver: 'M01' }],
    });
  });

  test('of two faults stays when only one may be lifted', () => {
    const { reasons, eligible } = verifyReferral(
      voucher,
      context({ on: day('2027-06-01'), used: () => ({ on: null }), overriddenBy: 'M01' }),
    );
    expect(eligible).toBeNull();
    expect(reasons).toEqual([
      { code: 'overridden', approver: 'M01' },
      { code: 'referral-used', usedOn: null },
    ]);
  });
});

test('a referral is eligible exactly when every reason is a warning and the structure is known', () => {
  const chance = fc.boolean();
  const shape = fc.record({
    claim: fc.constantFrom<ReferralClaim>(voucher, letter, signed(), signed({ prescriberId: 'NONE' })),
    after: fc.integer({ min: -30, max: 200 }),
    suspended: chance,
    used: chance,
    revoked: chance,
    forged: chance,
    overridden: chance,
  });
  fc.assert(
    fc.property(shape, (one) => {
      const { verdict, reasons, eligible } = verifyReferral(
        one.claim,
        context({
          catalogue: one.suspended ? withPrescriber({ status: 'suspended' }) : catalogue,
          on: addDays(issuedOn, one.after),
          used: () => (one.used ? { on: null } : null),
          revoked: () => one.revoked,
          verifySignature: () => !one.forged,
          overriddenBy: one.overridden ? 'M01' : null,
        }),
      );
      expect(eligible !== null).toBe(reasons.every(isWarning));
      expect(verdict === 'refused').toBe(eligible === null);
      expect(verdict === 'accepted').toBe(reasons.length === 0);
      if (one.used || one.revoked || one.suspended) expect(eligible).toBeNull();
    }),
  );
});
