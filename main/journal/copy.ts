import type { CopyPayload } from '#domain/closing.ts';
import { type Deps, signedIn } from '../deps.ts';
import { appendRecord } from './append.ts';

/** Journals one more print of a paper and answers which one it is. Inside the caller's transaction. */
export function appendCopy(deps: Deps, of: string, reason: string): number {
  const copy = deps.store.copiesOf(deps.till, of).length + 1;
  const payload: CopyPayload = { of, copy, operator: signedIn(deps), reason };
  appendRecord(deps, 'copy', 'duplicata', { payload });
  return copy;
}
