import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';
import { quantityProduct } from './product.ts';
import { stockRow } from './rows.ts';

/** Receives a quantity of what has no number of its own. */
export function receiveQuantity(deps: Deps, input: Input<'receiveQuantity'>): Answer<'receiveQuantity'> {
  const product = quantityProduct(deps, input.sku);
  if (!product.ok) return product;
  const { sku, quantity } = input;
  const moves = [{ sku, unit: null, quantity, unitStatus: null }];
  deps.store.transaction(() => moveStock(deps, { act: 'received', reason: null, provenance: null, moves }));
  deps.changed('stock');
  return ok(stockRow(deps, product.value));
}
