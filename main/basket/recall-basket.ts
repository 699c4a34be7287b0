import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { openBasket } from './current.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';

/** Takes a held basket back. It is judged and priced anew, and says so when the total changed. */
export function recallBasket(deps: Deps, input: Input<'recallBasket'>): Answer<'recallBasket'> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  // Pressed twice: it is already back.
  if (basket.value.row.saleId === input.saleId)
    return ok(basketView(deps, basket.value.row, basket.value.on));
  const held = deps.store.basketById(input.saleId);
  if (!held || held.till !== deps.till || held.status !== 'held') return refuse({ kind: 'basket-unknown' });
  const { row, on } = basket.value;
  if (row.lines.length > 0) return refuse({ kind: 'basket-in-use' });
  const recalled = deps.store.transaction(() => {
    deps.store.setBasketStatus(row.saleId, 'abandoned', deps.now());
    deps.store.setBasketStatus(held.saleId, 'current', deps.now());
    return { ...held, status: 'current' as const };
  });
  deps.changed('basket', 'desk');
  return ok(basketView(deps, recalled, on));
}
