import type { EntitlementId, PrescriberId } from '#domain/ids.ts';
import type { Reason } from '#domain/reasons.ts';
import type { ReferralProof } from '#domain/referral.ts';
import type { Day } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './call.ts';
import { type ApprovalRefusal, approval, dayField, neededText, personId, prescriberId } from './fields.ts';

export const referralClaim = z.discriminatedUnion('proof', [
  z.object({ proof: z.literal('signed-code'), code: z.string().max(400) }),
  z.object({ proof: z.literal('voucher'), number: z.string().max(20), issuedOn: dayField }),
  z.object({ proof: z.literal('letter'), prescriberId, referent: neededText.max(80), issuedOn: dayField }),
]);

export type ReferralClaimInput = z.infer<typeof referralClaim>;

/** What a verification said. The structure is named here because the paper in hand names it too. */
export interface ReferralView {
  readonly verdict: 'accepted' | 'accepted-with-warnings' | 'refused';
  readonly proof: ReferralProof;
  readonly reasons: readonly Reason[];
  readonly prescriber: { readonly id: PrescriberId; readonly name: string; readonly phone: string } | null;
  readonly offerWalkIn: boolean;
  readonly canOverride: boolean;
  readonly askRetype: boolean;
}

export interface PrescriberChoice {
  readonly id: PrescriberId;
  readonly name: string;
  readonly kind: string;
  readonly referents: readonly string[];
}

export type ReferralInputRefusal =
  | { readonly kind: 'voucher-mistyped' }
  | { readonly kind: 'referral-refused'; readonly referral: ReferralView };

export const referralCalls = {
  prescribers: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({}),
    output: type<readonly PrescriberChoice[]>(),
    refusals: type<never>(),
  }),
  verifyReferral: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({ claim: referralClaim, personId: personId.nullable() }),
    output: type<ReferralView>(),
    refusals: type<{ kind: 'voucher-mistyped' } | { kind: 'letter-needs-seller' }>(),
  }),
  openEntitlement: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({
      personId,
      claim: referralClaim,
      override: z.object({ approval, reason: neededText }).nullable(),
    }),
    output: type<{
      readonly entitlementId: EntitlementId;
      readonly from: Day;
      readonly until: Day;
      readonly referral: ReferralView;
    }>(),
    refusals: type<
      | ReferralInputRefusal
      | ApprovalRefusal
      | { kind: 'letter-needs-seller' }
      | { kind: 'person-unknown' }
      | { kind: 'renewal-refused'; readonly reason: Reason }
    >(),
  }),
} as const;
