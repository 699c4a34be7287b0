import type { Answer } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { heldList } from '../basket/held.ts';
import { creditPapers, netsOf } from './nets.ts';
import type { Deps } from '../deps.ts';

/** What is known before the count, and nothing that would tell its answer. */
export function closingState(deps: Deps): Answer<'closingState'> {
  const { store, till } = deps;
  const session = store.openSessionOf(till);
  if (!session) return refuse({ kind: 'no-session' });
  const nets = netsOf(deps, session);
  return ok({
    sessionId: session.id,
    businessDay: session.businessDay,
    held: heldList(deps),
    basketInProgress: (store.currentBasket(till)?.lines.length ?? 0) > 0,
    creditCount: creditPapers(nets),
    hasCardSales: nets.some(({ net }) => net.bankCard !== 0),
  });
}
