import type { Answer, Input } from '#contract/ipc.ts';
import { productBySku } from '#domain/catalogue.ts';
import { refuse } from '#domain/result.ts';
import { changeLine } from './change-line.ts';
import type { Deps } from '../deps.ts';
import { labelOf } from '../labels.ts';

/** Puts the product that what is left allows in place of the one that it does not. */
export function replaceLine(deps: Deps, input: Input<'replaceLine'>): Answer<'replaceLine'> {
  const product = productBySku(deps.reference().catalogue, input.sku);
  if (!product) return refuse({ kind: 'product-unknown', text: input.sku });
  if (product.unit !== null) return refuse({ kind: 'scan-the-unit', label: labelOf(deps, product) });
  return changeLine(deps, input.lineId, (line) => ({
    ...line,
    sku: product.sku,
    unitKey: null,
    unitText: null,
    // An exception was approved for the thing it was asked for.
    overriddenBy: null,
  }));
}
