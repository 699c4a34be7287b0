import type { BasketRefusal } from '#contract/basket.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Day } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { sellingSession } from '../session/selling.ts';

/** The basket in progress, made when there is none: its id is the sale's, before any sale exists. */
export function currentBasket(deps: Deps): BasketRow {
  const kept = deps.store.currentBasket(deps.till);
  if (kept) return kept;
  const fresh: BasketRow = {
    saleId: brandAs<SaleId>(deps.newId()),
    till: deps.till,
    status: 'current',
    personId: null,
    lines: [],
    payment: null,
    heldTotalCents: null,
    changedAt: deps.now(),
  };
  deps.store.insertBasket(fresh);
  return fresh;
}

export interface OpenBasket {
  readonly row: BasketRow;
  readonly on: Day;
}

/** The basket in progress if its lines may still change. */
export function openBasket(deps: Deps): Result<OpenBasket, BasketRefusal> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const row = currentBasket(deps);
  if (row.payment !== null) return refuse({ kind: 'basket-locked' });
  return ok({ row, on: session.value.businessDay });
}
