import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { currentBasket, openBasket } from './current.ts';
import { holdRow } from './hold.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';

/** Sets the basket aside; the next one is empty. */
export function holdBasket(deps: Deps): Answer<'holdBasket'> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  holdRow(deps, basket.value.row, basket.value.on);
  return ok(basketView(deps, currentBasket(deps), basket.value.on));
}
