import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** A manager has read what was noticed; it stays in the journal. */
export function markDefectRead(deps: Deps, input: Input<'markDefectRead'>): Answer<'markDefectRead'> {
  if (!deps.integrity.markRead(input.seq)) return refuse({ kind: 'defect-unknown' });
  return ok(deps.integrity.state());
}
