import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';
import { quantityProduct } from './product.ts';
import { stockRow } from './rows.ts';

/** Takes a quantity out of the stock, with a reason; never more than there is. */
export function writeOffQuantity(deps: Deps, input: Input<'writeOffQuantity'>): Answer<'writeOffQuantity'> {
  const product = quantityProduct(deps, input.sku);
  if (!product.ok) return product;
  const { sku, quantity, reason } = input;
  const available = deps.store.quantities().get(sku) ?? 0;
  if (quantity > available) return refuse({ kind: 'not-that-many', available });
  const moves = [{ sku, unit: null, quantity: -quantity, unitStatus: null }];
  deps.store.transaction(() => moveStock(deps, { act: 'written-off', reason, provenance: null, moves }));
  deps.changed('stock');
  return ok(stockRow(deps, product.value));
}
