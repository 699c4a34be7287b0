import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { currentBasket } from './current.ts';
import { sellingSession } from '../session/selling.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Gives a basket up, with a reason that the technical journal keeps. */
export function abandonBasket(deps: Deps, input: Input<'abandonBasket'>): Answer<'abandonBasket'> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const row = deps.store.basketById(input.saleId);
  const open = row && row.till === deps.till && (row.status === 'current' || row.status === 'held');
  if (!open) return refuse({ kind: 'line-unknown' });
  if (row.payment !== null) return refuse({ kind: 'basket-locked' });
  deps.store.transaction(() => {
    deps.store.setBasketStatus(row.saleId, 'abandoned', deps.now());
    if (row.lines.length > 0)
      appendEvent(deps, 'basket-abandoned', {
        saleId: row.saleId,
        lines: row.lines.length,
        reason: input.reason,
      });
  });
  deps.changed('basket', 'desk');
  return ok(basketView(deps, currentBasket(deps), session.value.businessDay));
}
