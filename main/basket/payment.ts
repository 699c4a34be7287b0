import type { BasketView } from '#contract/basket.ts';
import type { FinishRefusal } from '#contract/sale.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import type { KeptPayment } from '#db/schema/index.ts';
import type { SaleId } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { payingSession } from '../session/selling.ts';
import { judgeBasket } from './judge.ts';
import { viewOf } from './view.ts';

/**
 * Keeps where a payment stands (`null`: begins one, or leaves the one that began as it is); lines stay locked while
 * there is one. Refuses what could not be finished.
 */
export function keepPayment(
  deps: Deps,
  saleId: SaleId,
  given: KeptPayment | null,
): Result<BasketView, FinishRefusal> {
  const row = deps.store.basketById(saleId);
  const session = payingSession(deps, row ?? { payment: null });
  if (!session.ok) return session;
  const known = deps.store.saleById(saleId);
  if (known) return refuse({ kind: 'sale-already-finished', number: known.number });
  if (!row || row.till !== deps.till || row.status !== 'current') return refuse({ kind: 'basket-unknown' });
  const payment = given ?? row.payment ?? { tenders: [], cardPending: null };
  const kept: BasketRow = { ...row, payment };
  const judged = judgeBasket(deps, kept, session.value.businessDay);
  if (judged.verdict.lines.length === 0) return refuse({ kind: 'basket-empty' });
  if (judged.verdict.refusedCount > 0)
    return refuse({ kind: 'lines-refused', count: judged.verdict.refusedCount });
  deps.store.saveBasket({ saleId, payment, changedAt: deps.now() });
  deps.changed('basket');
  return ok(viewOf(deps, judged));
}
