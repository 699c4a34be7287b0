import { expect, test } from 'vitest';
import { type Reason, type ReasonCode, isOverridable, isWarning, mayBeLifted } from '#domain/reasons.ts';

const reason = (code: ReasonCode): Reason => ({ code }) as Reason;

test.each<ReasonCode>([
  'referral-expired',
  'agreement-not-running',
  'referral-outside-booklet',
  'renewal-too-early',
  'renewal-too-many',
  'entitlement-needed',
  'entitlement-ended',
  'walk-in-used',
  'walk-in-other-family',
  'quota-exceeded',
  'replacement-exceeded',
  'family-not-referred',
])('a manager may lift %s', (code) => {
  expect([isOverridable(reason(code)), isWarning(reason(code))]).toEqual([true, false]);
});

test.each<ReasonCode>([
  'referral-late',
  'referral-other-person',
  'referral-under-reserve',
  'walk-in',
  'unit-unknown',
  'out-of-stock',
  'overridden',
])('%s is said and stops nobody', (code) => {
  expect([isOverridable(reason(code)), isWarning(reason(code))]).toEqual([false, true]);
});

test('an exception is offered only where it would leave nothing but warnings', () => {
  const lifted = (...codes: readonly ReasonCode[]): boolean => mayBeLifted(codes.map(reason));
  expect([
    lifted(),
    lifted('quota-exceeded'),
    lifted('quota-exceeded', 'unit-unknown'),
    lifted('unit-unknown'),
    lifted('quota-exceeded', 'unit-blocked'),
    lifted('unit-blocked', 'quota-exceeded'),
  ]).toEqual([true, true, true, true, false, false]);
});
