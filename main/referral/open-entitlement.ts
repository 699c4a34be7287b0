import type { Answer, Input } from '#contract/ipc.ts';
import { type Entitlement, openEntitlement as openWindow } from '#domain/entitlement.ts';
import { type EntitlementId, type OperatorCode, brandAs } from '#domain/ids.ts';
import type { PersonRow } from '#db/queries/person.ts';
import { sameName } from '#domain/names.ts';
import type { EligibleReferral, ReferralVerdict } from '#domain/referral.ts';
import { ok, refuse } from '#domain/result.ts';
import { approve } from '../access/approve.ts';
import type { Deps } from '../deps.ts';
import { signedReason } from '../journal/typed.ts';
import { appendEvent, deskDay } from '../journal/append.ts';
import { atDesk } from '../person/buyer.ts';
import { listCall } from '../person/call-list.ts';
import { personLine } from '../person/line.ts';
import { referralView, verifyClaim } from './verify.ts';
import { writeWindow } from './write-window.ts';
import { putInOutbox } from '../exchange/outbox.ts';

/** Opens or renews the window of rights with a referral, which is used by it. */
export async function openEntitlement(
  deps: Deps,
  input: Input<'openEntitlement'>,
): Promise<Answer<'openEntitlement'>> {
  const approver = input.override ? await approve(deps, input.override.approval) : null;
  if (approver && !approver.ok) return approver;
  return deps.store.transaction(() => openInside(deps, input, approver?.value ?? null));
}

function openInside(
  deps: Deps,
  input: Input<'openEntitlement'>,
  approver: OperatorCode | null,
): Answer<'openEntitlement'> {
  const person = atDesk(deps, input.personId);
  if (!person?.row) return refuse({ kind: 'person-unknown' });
  const verified = verifyClaim(deps, input.claim, input.personId, approver);
  if (!verified.ok) return verified;
  const verdict = verified.value;
  listCall(deps, verdict);
  if (!verdict.eligible) return refuse({ kind: 'referral-refused', referral: referralView(verdict) });
  const opened = openWindow(verdict.eligible, {
    id: brandAs<EntitlementId>(deps.newId()),
    personId: person.personId,
    earlier: person.buyer.entitlements,
    policy: deps.reference().catalogue.policy,
    on: deskDay(deps),
    overridden: approver !== null,
  });
  if (!opened.ok) return refuse({ kind: 'renewal-refused', reason: opened.refusal });
  keep(deps, {
    window: opened.value,
    row: person.row,
    eligible: verdict.eligible,
    verdict,
    referent: referentOf(input),
  });
  if (approver !== null)
    appendEvent(deps, 'override', {
      entitlementId: opened.value.id,
      ...signedReason(deps, input.override?.reason ?? ''),
      approvedBy: approver,
    });
  deps.changed('basket');
  const { id, from, until } = opened.value;
  return ok({ entitlementId: id, from, until, referral: referralView(verdict) });
}

const referentOf = (input: Input<'openEntitlement'>): string | null =>
  input.claim.proof === 'letter' ? input.claim.referent : null;

interface Opened {
  readonly window: Entitlement;
  readonly row: PersonRow;
  readonly eligible: EligibleReferral;
  readonly verdict: ReferralVerdict;
  readonly referent: string | null;
}

function keep(deps: Deps, { window, row, eligible, verdict, referent }: Opened): void {
  const { store } = deps;
  const usedOn = deskDay(deps);
  const { id: entitlementId, personId } = window;
  writeWindow(deps, window, usedOn);
  store.insertReferralUse({
    key: eligible.key,
    proof: eligible.proof,
    prescriberId: eligible.prescriberId,
    issuedOn: eligible.issuedOn,
    usedOn,
    personId,
    entitlementId,
    underReserve: eligible.underReserve,
    // The likeness of referent and person goes to headquarters' list, never on the screen.
    referentAlike: referent !== null && sameName(referent, row.usedName || row.birthName),
  });
  putInOutbox(deps, {
    t: 'referral-used',
    referralKey: eligible.key,
    proof: eligible.proof,
    prescriberId: eligible.prescriberId,
    entitlementId,
    issuedOn: eligible.issuedOn,
    verdict: verdict.verdict === 'accepted' ? 'accepted' : 'accepted-with-warnings',
    reasons: verdict.reasons.map((reason) => reason.code),
    underReserve: eligible.underReserve,
  });
  putInOutbox(deps, personLine(deps, row, eligible.prescriberId));
}
