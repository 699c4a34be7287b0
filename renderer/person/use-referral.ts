import { useEffect, useEffectEvent, useState } from 'react';
import type { Approval } from '#contract/fields.ts';
import type { ReferralClaimInput, ReferralView } from '#contract/referral.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';

export interface Referral {
  readonly claim: ReferralClaimInput | null;
  readonly verdict: ReferralView | null;
  readonly refused: AllRefusals | null;
  readonly busy: boolean;
  /** The last day of the rights, once they are open. */
  readonly until: Day | null;
  readonly verify: (claim: ReferralClaimInput) => Promise<void>;
  /** Opens the rights; answers the refusal to show in a dialog, or null once done. */
  readonly open: (override: { approval: Approval; reason: string } | null) => Promise<AllRefusals | null>;
  readonly forget: () => void;
}

/** A referral from what stands on the desk to rights that are open. What is complete is verified at once. */
export function useReferral(personId: PersonId | null, first: ReferralClaimInput | null): Referral {
  const verifyIt = useDo('verifyReferral');
  const openIt = useDo('openEntitlement');
  const [claim, setClaim] = useState<ReferralClaimInput | null>(null);
  const [verdict, setVerdict] = useState<ReferralView | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [until, setUntil] = useState<Day | null>(null);
  const verify = async (given: ReferralClaimInput): Promise<void> => {
    const answer = await verifyIt.act({ claim: given, personId });
    setClaim(given);
    setVerdict(answer.ok ? answer.value : null);
    setRefused(answer.ok ? null : answer.refusal);
  };
  const open: Referral['open'] = async (override) => {
    if (!claim || personId === null) return null;
    const answer = await openIt.act({ personId, claim, override });
    if (answer.ok) {
      setRefused(null);
      setUntil(answer.value.until);
      return null;
    }
    if (answer.refusal.kind === 'referral-refused') setVerdict(answer.refusal.referral);
    if (!override || answer.refusal.kind !== 'approval-refused') setRefused(answer.refusal);
    return answer.refusal;
  };
  const verifyFirst = useEffectEvent(() => {
    if (first) void verify(first);
  });
  useEffect(() => {
    const soon = setTimeout(() => verifyFirst(), 0);
    return () => clearTimeout(soon);
  }, []);
  return {
    claim,
    verdict,
    refused,
    busy: verifyIt.pending || openIt.pending,
    until,
    verify,
    open,
    forget: () => {
      setVerdict(null);
      setRefused(null);
    },
  };
}
