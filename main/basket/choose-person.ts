import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import { currentBasket, openBasket } from './current.ts';
import { holdRow } from './hold.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';

/** Puts a person (or nobody) on the basket, after setting the one in progress aside if asked. */
export function choosePerson(deps: Deps, input: Input<'choosePerson'>): Answer<'choosePerson'> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  if (input.personId !== null && !atDesk(deps, input.personId)) return refuse({ kind: 'person-unknown' });
  const { on } = basket.value;
  if (input.holdFirst) holdRow(deps, basket.value.row, on);
  const row = withPerson(deps, currentBasket(deps), input.personId);
  deps.changed('basket');
  return ok(basketView(deps, row, on));
}

/** A manager's exception was for the person it was asked for: it does not pass to another one. */
function withPerson(deps: Deps, row: BasketRow, personId: BasketRow['personId']): BasketRow {
  if (row.personId === personId) return row;
  const changed = {
    personId,
    lines: row.lines.map((line) => ({ ...line, overriddenBy: null })),
    heldTotalCents: null,
    changedAt: deps.now(),
  };
  deps.store.saveBasket({ saleId: row.saleId, ...changed });
  return { ...row, ...changed };
}
