import type { Answer, Input } from '#contract/ipc.ts';
import { type EntitlementId, brandAs } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { dayIn } from '#domain/time.ts';
import { approverOf } from '../access/approve.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/**
 * "Je me suis trompé": a referral was used for the wrong person. It is given back, and the window closed, unless
 * something was already sold on it. Its opener during the day needs nobody, anybody else a manager.
 */
export async function correctReferral(
  deps: Deps,
  input: Input<'correctReferral'>,
): Promise<Answer<'correctReferral'>> {
  const { store } = deps;
  const window = store.entitlementById(brandAs<EntitlementId>(input.entitlementId));
  if (!window || window.cancelledAt !== null) return refuse({ kind: 'entitlement-unknown' });
  const { timeZone } = deps.reference().site;
  const own = window.openedBy === signedIn(deps) && dayIn(window.openedAt, timeZone) === todayAtSite(deps);
  const approver = own ? ok(null) : await approverOf(deps, input.approval, 'correction');
  if (!approver.ok) return approver;
  if (isUsed(deps, window.id)) return refuse({ kind: 'entitlement-used' });
  store.transaction(() => {
    store.cancelEntitlement(window.id, deps.now());
    store.forgetReferralUse(window.referralKey);
    appendEvent(deps, 'window-taken-back', { entitlementId: window.id, approvedBy: approver.value });
  });
  deps.changed('basket');
  return ok(null);
}

/** What came back, or was put right to somebody else, is not had on this window any more. */
function isUsed(deps: Deps, id: EntitlementId): boolean {
  const taken = new Map<string, number>();
  for (const row of deps.store.usageOfEntitlement(id))
    taken.set(row.family, (taken.get(row.family) ?? 0) + row.units);
  return [...taken.values()].some((units) => units !== 0);
}
