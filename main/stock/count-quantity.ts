import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';
import { businessDayOf } from '../journal/append.ts';
import { quantityProduct } from './product.ts';

/** A count by quantity: the difference becomes a movement, the sum of movements stays the truth. */
export function countQuantity(deps: Deps, input: Input<'countQuantity'>): Answer<'countQuantity'> {
  const product = quantityProduct(deps, input.sku);
  if (!product.ok) return product;
  const expected = deps.store.quantities().get(input.sku) ?? 0;
  const { sku, counted } = input;
  if (counted !== expected)
    deps.store.transaction(() =>
      moveStock(
        deps,
        { sku, unit: null, quantity: counted - expected, kind: 'counted', unitStatus: null },
        businessDayOf(deps),
      ),
    );
  deps.changed('stock');
  return ok({ expected, counted });
}
