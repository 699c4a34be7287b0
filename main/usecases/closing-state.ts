import type { Answer } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { heldList } from '../basket/held.ts';
import type { Deps } from '../deps.ts';

/** What is known before the count, and nothing that would tell its answer. */
export function closingState(deps: Deps): Answer<'closingState'> {
  const { store, till } = deps;
  const session = store.openSessionOf(till);
  if (!session) return refuse({ kind: 'no-session' });
  const tenders = store.salesOfSession(session.id).flatMap((sale) => store.tendersOf(sale.id));
  return ok({
    sessionId: session.id,
    businessDay: session.businessDay,
    held: heldList(deps),
    basketInProgress: (store.currentBasket(till)?.lines.length ?? 0) > 0,
    creditCount: tenders.filter((tender) => tender.kind === 'structureCredit' && tender.cents > 0).length,
    hasCardSales: tenders.some((tender) => tender.kind === 'bankCard'),
  });
}
