import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { finishedSale } from '../basket/finished.ts';
import type { Deps } from '../deps.ts';

/** The last sale of the session while one of its cards waits for its identity step: a reload forgets nothing. */
export function handoverPending(deps: Deps): Answer<'handoverPending'> {
  const session = deps.store.openSessionOf(deps.till);
  const [last] = deps.store.recentSales(deps.till, '', 1);
  if (!session || !last || last.sessionId !== session.id) return ok(null);
  const finished = finishedSale(deps, last);
  return ok(finished.identitySteps.some((step) => !step.done) ? finished : null);
}
