import type { FamilyId } from './ids.ts';
import type { Cents } from './money.ts';
import type { Day } from './time.ts';

/**
 * The closed list of what the rules can answer. Each code has its sentence and its next step in every
 * language of the interface; a missing one does not compile.
 */
export type Reason =
  | { readonly code: 'referral-bad-signature' }
  | { readonly code: 'referral-unreadable' }
  | { readonly code: 'referral-future'; readonly issuedOn: Day }
  | { readonly code: 'referral-expired'; readonly expiredOn: Day; readonly prescriberPhone: string | null }
  | { readonly code: 'referral-late'; readonly expiredOn: Day }
  | { readonly code: 'referral-used'; readonly usedOn: Day | null }
  | { readonly code: 'referral-revoked' }
  | { readonly code: 'referral-outside-booklet' }
  | { readonly code: 'referral-other-person' }
  | { readonly code: 'referral-under-reserve' }
  | { readonly code: 'letter-not-accepted' }
  | { readonly code: 'prescriber-unknown' }
  | { readonly code: 'prescriber-suspended'; readonly prescriberPhone: string }
  | { readonly code: 'prescriber-other-site'; readonly sites: readonly string[] }
  | { readonly code: 'agreement-not-running'; readonly agreementUntil: Day; readonly prescriberPhone: string }
  | { readonly code: 'renewal-too-many'; readonly max: number }
  | { readonly code: 'renewal-too-early'; readonly possibleOn: Day }
  | { readonly code: 'person-needed' }
  | { readonly code: 'entitlement-needed' }
  | { readonly code: 'entitlement-ended'; readonly endedOn: Day }
  | { readonly code: 'entitlement-not-open'; readonly opensOn: Day }
  | { readonly code: 'walk-in'; readonly dueOn: Day }
  | { readonly code: 'walk-in-used' }
  | { readonly code: 'walk-in-other-family'; readonly families: readonly FamilyId[] }
  | {
      readonly code: 'quota-exceeded';
      readonly family: FamilyId;
      readonly leftUnits: number | null;
      readonly leftCents: Cents | null;
      readonly renewsOn: Day | null;
    }
  | { readonly code: 'replacement-exceeded'; readonly family: FamilyId; readonly renewsOn: Day | null }
  | { readonly code: 'family-not-referred'; readonly family: FamilyId }
  | { readonly code: 'no-price' }
  | { readonly code: 'no-vat-rate'; readonly vat: string }
  | { readonly code: 'family-not-sold-here'; readonly family: FamilyId }
  | { readonly code: 'unit-needed' }
  | { readonly code: 'unit-already-sold'; readonly soldOn: Day | null }
  | { readonly code: 'unit-blocked' }
  | { readonly code: 'unit-written-off' }
  | { readonly code: 'unit-elsewhere' }
  | { readonly code: 'unit-not-tested' }
  | { readonly code: 'unit-twice' }
  | { readonly code: 'unit-other-product' }
  | { readonly code: 'unit-unknown' }
  | { readonly code: 'out-of-stock' }
  | { readonly code: 'overridden'; readonly approver: string };

export type ReasonCode = Reason['code'];

/** Warnings are said and never stop; everything else refuses. */
const warnings: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'referral-late',
  'referral-other-person',
  'referral-under-reserve',
  'walk-in',
  'unit-unknown',
  'out-of-stock',
  'overridden',
]);

/** Refusals that a manager may lift, with a reason and both names recorded. */
const overridable: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
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
]);

export const isWarning = (reason: Reason): boolean => warnings.has(reason.code);
export const isOverridable = (reason: Reason): boolean => overridable.has(reason.code);

/** What somebody lacks or has used up: nobody is at fault, and there is a way on. */
const ofRights = new Set<Reason['code']>([
  'person-needed',
  'entitlement-needed',
  'entitlement-ended',
  'entitlement-not-open',
  'walk-in-used',
  'walk-in-other-family',
  'quota-exceeded',
  'replacement-exceeded',
  'family-not-referred',
]);
export const isOfRights = (reason: Reason): boolean => ofRights.has(reason.code);

/** Whether a manager's exception would leave only warnings. */
export const mayBeLifted = (reasons: readonly Reason[]): boolean =>
  reasons.every((reason) => isWarning(reason) || isOverridable(reason));

export type Verdict = 'allowed' | 'warning' | 'refused';

export function verdictOf(reasons: readonly Reason[]): Verdict {
  if (reasons.length === 0) return 'allowed';
  return reasons.every(isWarning) ? 'warning' : 'refused';
}
