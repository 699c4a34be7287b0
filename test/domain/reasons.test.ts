import { describe, expect, test } from 'vitest';
import { type Reason, isOverridable, isWarning, verdictOf } from '#domain/reasons.ts';
import { day } from '#domain/time.ts';

const warning: Reason = { code: 'unit-unknown' };
const lifted: Reason = { code: 'overridden', approver: 'M01' };
const refusal: Reason = { code: 'unit-blocked' };

describe('a verdict', () => {
  test.each<[string, Reason[]]>([
    ['allowed', []],
    ['warning', [warning]],
    ['warning', [warning, lifted]],
    ['refused', [refusal]],
    ['refused', [warning, refusal, lifted]],
  ])('is %s for %o', (verdict, reasons) => {
    expect(verdictOf(reasons)).toBe(verdict);
  });
});

describe('a manager never lifts', () => {
  test.each<Reason>([
    { code: 'referral-bad-signature' },
    { code: 'referral-unreadable' },
    { code: 'referral-used', usedOn: null },
    { code: 'referral-revoked' },
    { code: 'referral-future', issuedOn: day('2026-11-22') },
    { code: 'prescriber-unknown' },
    { code: 'prescriber-suspended', prescriberPhone: '' },
    { code: 'person-needed' },
    { code: 'no-price' },
    { code: 'unit-already-sold', soldOn: null },
    { code: 'unit-not-tested' },
    { code: 'unit-written-off' },
  ])('$code', (reason) => {
    expect([isOverridable(reason), isWarning(reason)]).toEqual([false, false]);
  });
});
