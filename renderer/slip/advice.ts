import { type Reason, isWarning } from '#domain/reasons.ts';
import type { Day } from '#domain/time.ts';

/** What somebody who was refused can do, whatever it was that was refused. */
export interface Advice {
  readonly bring: readonly ('referral' | 'identity')[];
  /** Of the structure that follows them; null when it is not known here. */
  readonly phone: string | null;
  /** Whether that structure is the one to call. */
  readonly call: boolean;
  /** The first day on which coming back makes sense. */
  readonly from: Day | null;
}

const newReferral: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'referral-bad-signature',
  'referral-unreadable',
  'referral-expired',
  'referral-used',
  'referral-revoked',
  'referral-outside-booklet',
  'letter-not-accepted',
  'prescriber-unknown',
  'prescriber-suspended',
  'agreement-not-running',
  'entitlement-needed',
  'entitlement-ended',
  'walk-in-used',
  'walk-in-other-family',
  'family-not-referred',
]);
const firstTime: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'person-needed',
  'entitlement-needed',
  'walk-in-used',
]);

/** Null when there is nothing that coming back with would change: the thing itself is not sold here, or not now. */
export function adviceFor(reasons: readonly Reason[]): Advice | null {
  const refusals = reasons.filter((reason) => !isWarning(reason));
  const referral = refusals.some(({ code }) => newReferral.has(code) || code === 'person-needed');
  const identity = refusals.some(({ code }) => firstTime.has(code));
  const days = refusals.flatMap((reason) => dayOf(reason) ?? []).toSorted();
  const phone = refusals.flatMap((one) => ('prescriberPhone' in one ? (one.prescriberPhone ?? []) : []))[0];
  if (!referral && days.length === 0) return null;
  return {
    bring: [...(referral ? (['referral'] as const) : []), ...(identity ? (['identity'] as const) : [])],
    phone: phone ?? null,
    call: referral,
    from: days.at(-1) ?? null,
  };
}

/** The day from which it would be otherwise; null where no day is known. */
function dayOf(reason: Reason): Day | null {
  if ('renewsOn' in reason) return reason.renewsOn;
  if ('possibleOn' in reason) return reason.possibleOn;
  if ('opensOn' in reason) return reason.opensOn;
  return 'issuedOn' in reason ? reason.issuedOn : null;
}
