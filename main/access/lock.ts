import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Locks the desk: the operator stays signed in, names are masked until the PIN or password. */
export function lock(deps: Deps): Answer<'lock'> {
  deps.desk.locked = true;
  deps.changed('desk');
  return ok(null);
}
