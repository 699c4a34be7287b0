import type { Answer, Input } from '#contract/ipc.ts';
import { type Product, productBySku } from '#domain/catalogue.ts';
import { ok, refuse } from '#domain/result.ts';
import type { UnitStatus } from '#domain/units.ts';
import { addLine } from './add.ts';
import { openBasket } from './current.ts';
import { type ReadUnit, readUnitText } from './unit-text.ts';
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
  const read = readUnitText(product, input.text, catalogue.policy.deviceLabelPattern);
  const ends = 'reason' in read ? endingIn(deps, product, input.text) : [];
  const unit = 'reason' in read ? ends[0] : read;
  if (ends.length > 1) return refuse({ kind: 'units-end-so', text: input.text, count: ends.length });
  if (!unit) return refuse({ kind: 'scan-the-unit', label: labelOf(deps, product) });
  const { row } = addLine(deps, basket.value.row, { sku: product.sku, unit });
  return ok(basketView(deps, row, basket.value.on));
}

const fewestDigits = 4;

/** Units in stock whose number ends as was typed: all that can be read of a worn one. */
function endingIn(deps: Deps, product: Product, typed: string): ReadUnit[] {
  const ending = typed.replace(/[\s.-]/g, '').toUpperCase();
  if (ending.length < fewestDigits) return [];
  return deps.store
    .unitsOf(product.sku)
    .filter(({ status, text }) => inStock.has(status) && text.replace(/[\s.-]/g, '').endsWith(ending))
    .map(({ key, text }) => ({ key, text, confirm: false }));
}

const inStock: ReadonlySet<UnitStatus> = new Set(['received', 'available', 'returned']);
