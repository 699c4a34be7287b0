import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { finishedSale } from '../basket/finished.ts';
import type { ReadingDeps } from '../deps.ts';

/** How far back a card of the session may wait for its identity step. */
const atMost = 50;

/**
 * What the desk shows after a payment, whatever happened to the page since: the oldest sale of the session of which a card
 * still waits for its identity step, else the last one.
 */
export function lastSale(deps: ReadingDeps): Answer<'lastSale'> {
  const session = deps.store.openSessionOf(deps.till);
  if (!session) return ok(null);
  const recent = deps.store.recentSales(deps.till, '', atMost).filter((one) => one.sessionId === session.id);
  const waiting = recent
    .map((one) => finishedSale(deps, one))
    .findLast((one) => one.identitySteps.some((step) => !step.done));
  if (waiting) return ok({ sale: waiting, left: false });
  const last = recent.find((one) => one.kind === 'sale');
  if (!last) return ok(null);
  return ok({ sale: finishedSale(deps, last), left: deps.desk.leftSale === last.id });
}
