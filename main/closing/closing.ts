import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { closingDocument, copyName } from './past.ts';
import type { Deps } from '../deps.ts';

/** The paper of a past closing, on screen. */
export function closing(deps: Deps, input: Input<'closing'>): Answer<'closing'> {
  const { store, till } = deps;
  const [row] = store.recordsBetween(till, 'closing', input.seq, input.seq);
  if (!row) return refuse({ kind: 'closing-unknown' });
  return ok({ document: closingDocument(deps, row), copies: store.copiesOf([till], copyName(row)).length });
}
