import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { instantFromMs, instantMs } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { registrationKey } from './draft-key.ts';

export const draftKeptMs = 72 * 3_600_000;

/** The form as it was left; forms abandoned for 72 hours are gone. */
export function registrationDraft(deps: Deps): Answer<'registrationDraft'> {
  deps.store.removeOldDrafts(instantFromMs(instantMs(deps.now()) - draftKeptMs));
  return ok(deps.store.draft(registrationKey(deps))?.body ?? null);
}
