import type { StockMovementLine } from '#exchange/batch.ts';
import type { OperatorCode, SaleId, Sku } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { putInOutbox } from '../exchange/outbox.ts';

export interface Movement {
  readonly sku: Sku;
  readonly unit: StockMovementLine['unit'];
  readonly quantity: number;
  readonly kind: 'received' | 'sold' | 'returned' | 'written-off' | 'counted';
  readonly unitStatus: StockMovementLine['unitStatus'];
  readonly reason?: string;
  readonly saleId?: SaleId;
  readonly provenance?: StockMovementLine['provenance'];
  /** Who, when it is not the operator at the desk. */
  readonly operator?: OperatorCode;
}

/** Moves stock: one row that is never changed, and its line for headquarters. */
export function moveStock(deps: Deps, movement: Movement, businessDay: Day): void {
  const at = deps.now();
  const operator = movement.operator ?? signedIn(deps);
  const { sku, unit, quantity, kind, unitStatus, reason = null, saleId = null, provenance = null } = movement;
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
  putInOutbox(deps, {
    t: 'stock-movement',
    movementId: deps.newId(),
    at,
    businessDay,
    sku,
    unit,
    quantity,
    kind,
    unitStatus,
    reason,
    operator,
    saleId,
    provenance,
  });
}
