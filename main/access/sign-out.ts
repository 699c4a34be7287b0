import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Ends a shift. The basket stays where it is. */
export function signOut(deps: Deps): Answer<'signOut'> {
  deps.store.transaction(() => appendEvent(deps, 'sign-out'));
  deps.desk.operator = null;
  deps.desk.locked = false;
  deps.changed('desk');
  return ok(null);
}
