import type { ReferralClaimInput, ReferralView } from '#contract/referral.ts';
import { readVoucher } from '#domain/identifiers.ts';
import type { PersonId } from '#domain/ids.ts';
import { mayBeLifted } from '#domain/reasons.ts';
import { type ReferralClaim, type ReferralVerdict, verifyReferral } from '#domain/referral.ts';
import { initialsOf } from '#domain/referral-code.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { may } from '#domain/roles.ts';
import type { Day } from '#domain/time.ts';
import { blindedReferral } from '#exchange/blinded.ts';
import { issueKeysOn } from '#exchange/reference.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { deskDay } from '../journal/append.ts';

export type ClaimRefusal = { readonly kind: 'voucher-mistyped' } | { readonly kind: 'letter-needs-seller' };

/** Verifies what was scanned or typed, for somebody or before anybody is known. */
export function verifyClaim(
  deps: Deps,
  input: ReferralClaimInput,
  personId: PersonId | null,
  overriddenBy: string | null = null,
): Result<ReferralVerdict, ClaimRefusal> {
  const claim = claimOf(deps, input, personId);
  if (!claim.ok) return claim;
  const { catalogue, site, revoked, verifyIssued, body } = deps.reference();
  const on = deskDay(deps);
  const keysToday = new Set<string>(issueKeysOn(body.issueKeys, on).map((key) => key.keyId));
  const row = personId === null ? undefined : deps.store.personById(personId);
  return ok(
    verifyReferral(claim.value, {
      catalogue,
      site: site.code,
      on,
      used: (key) => {
        const here = deps.store.referralUse(key);
        return here ? { on: here.usedOn } : usedElsewhere(deps, key);
      },
      revoked: (key) => revoked.has(key),
      verifySignature: (keyId, text, signature) =>
        keysToday.has(keyId) && verifyIssued(keyId, text, signature),
      person: row
        ? { initials: initialsOf(row.firstNames, row.usedName || row.birthName), birthYear: row.birthYear }
        : null,
      overriddenBy,
    }),
  );
}

/** Under whatever key of the last years it was blinded; 0.1 told referrals by their own keys. */
function usedElsewhere(deps: Deps, key: string): { readonly on: Day } | null {
  const { before, body } = deps.reference();
  const on =
    before?.used.get(key) ??
    body.yearlyKeys
      .map((yearly) => deps.store.usedElsewhere(blindedReferral(yearly, key))?.on)
      .find((day) => day !== undefined);
  return on === undefined ? null : { on: on as Day };
}

function claimOf(
  deps: Deps,
  input: ReferralClaimInput,
  personId: PersonId | null,
): Result<ReferralClaim, ClaimRefusal> {
  switch (input.proof) {
    case 'signed-code':
      return ok(input);
    case 'voucher': {
      const read = readVoucher(input.number);
      return read.ok ? ok({ ...input, number: read.value.voucher }) : refuse({ kind: 'voucher-mistyped' });
    }
    case 'letter': {
      const operator = deps.store.operatorByCode(signedIn(deps));
      if (!may(operator ?? null, 'seller')) return refuse({ kind: 'letter-needs-seller' });
      return ok({ ...input, personKey: personId ?? 'nobody' });
    }
  }
}

export const referralView = (verdict: ReferralVerdict): ReferralView => ({
  verdict: verdict.verdict,
  proof: verdict.proof,
  reasons: verdict.reasons,
  prescriber: verdict.prescriber && {
    id: verdict.prescriber.id,
    name: verdict.prescriber.name,
    phone: verdict.prescriber.phone,
  },
  offerWalkIn: verdict.offerWalkIn,
  canOverride: verdict.verdict === 'refused' && mayBeLifted(verdict.reasons),
  askRetype: verdict.reasons.some((reason) => reason.code === 'referral-used'),
});
