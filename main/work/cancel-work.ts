import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Stops the long work that runs; nothing of it is left. */
export function cancelWork(deps: Deps): Answer<'cancelWork'> {
  deps.work.cancel();
  return ok(null);
}
