import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { listCall } from '../person/call-list.ts';
import { referralView, verifyClaim } from './verify.ts';

/** Verifies a referral without using it. A refusal that is the structure's fault puts it on the call list. */
export function verifyReferral(deps: Deps, input: Input<'verifyReferral'>): Answer<'verifyReferral'> {
  const verified = verifyClaim(deps, input.claim, input.personId);
  if (!verified.ok) return verified;
  if (verified.value.verdict === 'refused') listCall(deps, verified.value);
  return ok(referralView(verified.value));
}
