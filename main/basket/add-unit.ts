import type { Answer, Input } from '#contract/ipc.ts';
import { productBySku } from '#domain/catalogue.ts';
import { ok, refuse } from '#domain/result.ts';
import { addLine } from './add.ts';
import { openBasket } from './current.ts';
import { readUnitText } from './unit-text.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';
import { labelOf } from '../labels.ts';

/** A unit that a human confirmed, or whose product a human chose. */
export function addUnit(deps: Deps, input: Input<'addUnit'>): Answer<'addUnit'> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  const { catalogue } = deps.reference();
  const product = productBySku(catalogue, input.sku);
  if (!product) return refuse({ kind: 'product-unknown', text: input.sku });
  const unit = readUnitText(product, input.text, catalogue.policy.deviceLabelPattern);
  if ('reason' in unit) return refuse({ kind: 'scan-the-unit', label: labelOf(deps, product) });
  const { row } = addLine(deps, basket.value.row, { sku: product.sku, unit });
  return ok(basketView(deps, row, basket.value.on));
}
