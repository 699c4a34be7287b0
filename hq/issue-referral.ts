import { randomBytes } from 'node:crypto';
import type { FamilyId, PrescriberId } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Day, addDays } from '#domain/time.ts';
import { encodeBase32 } from '#exchange/base32.ts';
import { issueReferral } from '#exchange/referral-issue.ts';
import { currentCatalogue } from './publish/publications.ts';
import type { ReferenceDeps } from './publish/reference.ts';
import { issuedReferrals } from './store/network-schema.ts';

export interface ReferralOrder {
  readonly prescriberId: PrescriberId;
  readonly initials: string;
  readonly birthYear: number;
  readonly families: '*' | readonly FamilyId[];
  readonly issuedOn: Day;
}

export type OrderRefusal =
  | { readonly kind: 'nothing-published' }
  | { readonly kind: 'prescriber-unknown' }
  | { readonly kind: 'prescriber-suspended' }
  | { readonly kind: 'agreement-not-running' }
  | { readonly kind: 'family-unknown'; readonly family: string }
  | { readonly kind: 'initials-unreadable' };

/** Issues a signed code for a structure; its number is kept, the person is not. */
export async function issueReferralFor(
  deps: ReferenceDeps,
  order: ReferralOrder,
  by: string,
): Promise<Result<{ readonly code: string; readonly expiresOn: Day }, OrderRefusal>> {
  const catalogue = await currentCatalogue(deps.store.db);
  if (!catalogue) return refuse({ kind: 'nothing-published' });
  const prescriber = catalogue.prescribers.find((one) => one.id === order.prescriberId);
  if (!prescriber) return refuse({ kind: 'prescriber-unknown' });
  if (prescriber.status === 'suspended') return refuse({ kind: 'prescriber-suspended' });
  const { from, until } = prescriber.agreement;
  if (order.issuedOn < from || until < order.issuedOn) return refuse({ kind: 'agreement-not-running' });
  if (!/^[A-Z]{1,4}$/.test(order.initials)) return refuse({ kind: 'initials-unreadable' });
  const asked = order.families === '*' ? [] : order.families;
  const unknown = asked.find((family) => !catalogue.families.some((one) => one.id === family));
  if (unknown !== undefined) return refuse({ kind: 'family-unknown', family: unknown });
  const id = randomBytes(10);
  const expiresOn = addDays(order.issuedOn, catalogue.policy.referral.validDays);
  const code = issueReferral({ ...order, id, expiresOn }, deps.keys.issue);
  const { prescriberId, issuedOn } = order;
  const referralKey = `code:${encodeBase32(id)}`;
  await deps.store.db
    .insert(issuedReferrals)
    .values({ referralKey, prescriberId, issuedOn, expiresOn, issuedBy: by });
  return ok({ code, expiresOn });
}
