import type { Answer, Input } from '#contract/ipc.ts';
import { productBySku } from '#domain/catalogue.ts';
import { ok, refuse } from '#domain/result.ts';
import { addLine } from './add.ts';
import { openBasket } from './current.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';
import { labelOf } from '../labels.ts';

/** A tap on a tile. What is tracked by unit is scanned instead. */
export function addProduct(deps: Deps, input: Input<'addProduct'>): Answer<'addProduct'> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  const product = productBySku(deps.reference().catalogue, input.sku);
  if (!product) return refuse({ kind: 'product-unknown', text: input.sku });
  if (product.unit !== null) return refuse({ kind: 'scan-the-unit', label: labelOf(deps, product) });
  const { row } = addLine(deps, basket.value.row, { sku: product.sku, unit: null });
  return ok(basketView(deps, row, basket.value.on));
}
