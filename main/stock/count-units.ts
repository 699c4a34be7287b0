import type { Answer, Input } from '#contract/ipc.ts';
import type { CountResult } from '#contract/stock.ts';
import type { Product } from '#domain/catalogue.ts';
import { ok } from '#domain/result.ts';
import { readUnitText } from '../basket/unit-text.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { unitProduct } from './product.ts';

/** Compares what was scanned on the shelf with what should be there. Changes nothing: a difference is written off. */
export function countUnits(deps: Deps, input: Input<'countUnits'>): Answer<'countUnits'> {
  const product = unitProduct(deps, input.sku);
  if (!product.ok) return product;
  const expected = deps.store
    .unitsOf(input.sku)
    .filter((unit) => unit.status === 'available' || unit.status === 'received');
  const scanned = scannedUnits(deps, product.value, input.scanned);
  const found = expected.filter((unit) => scanned.has(unit.key));
  const expectedKeys = new Set<string>(expected.map((unit) => unit.key));
  const surplus = [...scanned].filter(([key]) => !expectedKeys.has(key));
  deps.store.transaction(() =>
    appendEvent(deps, 'stock-counted', { sku: input.sku, expected: expected.length, found: found.length }),
  );
  return ok({
    expected: expected.length,
    found: found.length,
    missing: expected.filter((unit) => !scanned.has(unit.key)).map(({ key, text }) => ({ key, text })),
    surplus: surplus.map(([key, text]) => ({ text, why: whySurplus(deps, product.value, key) })),
  });
}

/** Scans by unit key; what cannot be read keeps its text, so that it shows as unknown. */
function scannedUnits(deps: Deps, product: Product, texts: readonly string[]): Map<string, string> {
  const pattern = deps.reference().catalogue.policy.deviceLabelPattern;
  return new Map(
    texts.map((text) => {
      const read = readUnitText(product, text, pattern);
      return 'reason' in read ? [text, text] : [read.key, read.text];
    }),
  );
}

function whySurplus(deps: Deps, product: Product, key: string): CountResult['surplus'][number]['why'] {
  const unit = deps.store.unitByKey(key as Parameters<typeof deps.store.unitByKey>[0]);
  if (!unit) return 'unknown';
  if (unit.sku !== product.sku) return 'other-product';
  return unit.status === 'sold' ? 'sold' : 'blocked';
}
