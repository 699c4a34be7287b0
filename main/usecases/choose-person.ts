import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { currentBasket, openBasket } from '../basket/current.ts';
import { holdRow } from '../basket/hold.ts';
import { basketView } from '../basket/view.ts';
import type { Deps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';

/** Puts a person (or nobody) on the basket, after setting the one in progress aside if asked. */
export function choosePerson(deps: Deps, input: Input<'choosePerson'>): Answer<'choosePerson'> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  if (input.personId !== null && !atDesk(deps, input.personId)) return refuse({ kind: 'person-unknown' });
  const { on } = basket.value;
  if (input.holdFirst) holdRow(deps, basket.value.row, on);
  const row = { ...currentBasket(deps), personId: input.personId };
  deps.store.saveBasket({ saleId: row.saleId, personId: row.personId, changedAt: deps.now() });
  deps.changed('basket');
  return ok(basketView(deps, row, on));
}
