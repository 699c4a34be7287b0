import type { BasketRow } from '#db/queries/basket.ts';
import type { Day } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { judgeBasket } from './judge.ts';

/** Sets a basket aside with the total it had, so that a changed price is said when it comes back. */
export function holdRow(deps: Deps, row: BasketRow, on: Day): void {
  if (row.lines.length === 0 && row.personId === null) return;
  const { verdict } = judgeBasket(deps, row, on);
  deps.store.saveBasket({
    saleId: row.saleId,
    status: row.lines.length === 0 ? 'abandoned' : 'held',
    heldTotalCents: verdict.totalCents,
    changedAt: deps.now(),
  });
  deps.changed('basket', 'desk');
}
