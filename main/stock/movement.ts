import type { OperatorCode } from '#domain/ids.ts';
import { type StockMoved, type StockMovement, movementsOfAct } from '#domain/stock.ts';
import type { Day } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent, businessDayOf } from '../journal/append.ts';

/** Moves stock beside selling: signs the act and writes its rows. `operator`: who, when nobody at the desk did it. */
export function moveStock(deps: Deps, act: StockMoved, operator = signedIn(deps)): void {
  appendEvent(deps, 'stock-moved', { operator, ...act });
  writeMovements(deps, movementsOfAct(act), { businessDay: businessDayOf(deps), operator });
}

/** Rows of what a signed record moves. In its transaction. */
export function writeMovements(
  deps: Deps,
  movements: readonly StockMovement[],
  { businessDay, operator }: { readonly businessDay: Day; readonly operator: OperatorCode },
): void {
  const at = deps.now();
  for (const { sku, unit, quantity, kind, reason, saleId } of movements)
    deps.store.insertMovement({
      at,
      businessDay,
      sku,
      unitKey: unit?.key ?? null,
      quantity,
      kind,
      reason,
      operator,
      saleId,
    });
}
