import type { ReferralVerdict } from '#domain/referral.ts';
import type { Deps } from '../deps.ts';
import { appendEvent, deskDay } from '../journal/append.ts';

/** Lists the structure to phone, once a day, here and at headquarters. */
export function listCall(deps: Deps, verdict: ReferralVerdict): void {
  const { prescriber } = verdict;
  if (!verdict.callPrescriber || !prescriber) return;
  const businessDay = deskDay(deps);
  if (deps.store.callListed(prescriber.id, businessDay)) return;
  const reasons = verdict.reasons.map((reason) => reason.code);
  deps.store.transaction(() => {
    deps.store.insertCall({
      at: deps.now(),
      businessDay,
      prescriberId: prescriber.id,
      reason: reasons[0] ?? 'call',
    });
    if (verdict.verdict !== 'refused') return;
    appendEvent(deps, 'referral-refused', { proof: verdict.proof, prescriberId: prescriber.id, reasons });
  });
}
