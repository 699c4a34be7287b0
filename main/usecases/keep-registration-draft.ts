import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

const longest = 8_000;

/** Keeps what was typed so far, so that a crash or a lock loses nothing. */
export function keepRegistrationDraft(
  deps: Deps,
  input: Input<'keepRegistrationDraft'>,
): Answer<'keepRegistrationDraft'> {
  const { draft } = input;
  if (draft === null) deps.store.removeDraft(deps.till, 'registration');
  else if (JSON.stringify(draft).length > longest) return refuse({ kind: 'draft-too-long' });
  else deps.store.saveDraft({ till: deps.till, form: 'registration', body: draft, changedAt: deps.now() });
  return ok(null);
}
