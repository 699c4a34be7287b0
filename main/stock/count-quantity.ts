import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';
import { quantityProduct } from './product.ts';

/** A count by quantity: the difference becomes a movement, the sum of movements stays the truth. */
export function countQuantity(deps: Deps, input: Input<'countQuantity'>): Answer<'countQuantity'> {
  const product = quantityProduct(deps, input.sku);
  if (!product.ok) return product;
  const expected = deps.store.quantities().get(input.sku) ?? 0;
  const { sku, counted } = input;
  const moves = [{ sku, unit: null, quantity: counted - expected, unitStatus: null }];
  if (counted !== expected)
    deps.store.transaction(() => moveStock(deps, { act: 'counted', reason: null, provenance: null, moves }));
  deps.changed('stock');
  return ok({ expected, counted });
}
