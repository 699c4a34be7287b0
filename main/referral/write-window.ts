import type { Entitlement } from '#domain/entitlement.ts';
import type { Day } from '#domain/time.ts';
import { blindedReferral } from '#exchange/blinded.ts';
import { yearlyKeyOf } from '#exchange/reference.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/** Writes a window of rights, opened on a day, and signs it. In the caller's transaction. */
export function writeWindow(deps: Deps, window: Entitlement, on: Day): void {
  const { id, personId, from, until, policyVersion, families, referralKey, renewal } = window;
  const { at } = appendEvent(deps, 'window-opened', {
    entitlementId: id,
    personId,
    on,
    from,
    until,
    policyVersion,
    families,
    renewal,
    referral: blindedReferral(yearlyKeyOf(deps.reference().body), referralKey),
  });
  deps.store.insertEntitlement({
    id,
    personId,
    fromDay: from,
    untilDay: until,
    policyVersion,
    families,
    referralKey,
    renewal,
    openedAt: at,
    openedBy: signedIn(deps),
  });
}
