import type { Answer, Input } from '#contract/ipc.ts';
import { looksLikeNir } from '#domain/identifiers.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { registrationKey } from './draft-key.ts';

const longest = 8_000;

/** Keeps what was typed so far, so that a crash or a lock loses nothing. */
export function keepRegistrationDraft(
  deps: Deps,
  input: Input<'keepRegistrationDraft'>,
): Answer<'keepRegistrationDraft'> {
  const draft = withoutNir(input.draft);
  if (draft === null) deps.store.removeDraft(registrationKey(deps));
  else if (JSON.stringify(draft).length > longest) return refuse({ kind: 'draft-too-long' });
  else deps.store.saveDraft({ ...registrationKey(deps), body: draft, changedAt: deps.now() });
  return ok(null);
}

type Draft = Input<'keepRegistrationDraft'>['draft'];

/** A social security number is never kept, not even in a form that nobody sent. */
function withoutNir(draft: Draft): Draft {
  if (typeof draft === 'string') return looksLikeNir(draft) ? '' : draft;
  if (Array.isArray(draft)) return draft.map(withoutNir);
  if (typeof draft !== 'object' || draft === null) return draft;
  return Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, withoutNir(value)]));
}
