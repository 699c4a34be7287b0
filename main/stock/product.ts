import { type Product, productBySku } from '#domain/catalogue.ts';
import type { Sku } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

export type ByUnitRefusal = { readonly kind: 'product-unknown' } | { readonly kind: 'product-not-by-unit' };
export type ByQuantityRefusal = { readonly kind: 'product-unknown' } | { readonly kind: 'product-by-unit' };

/** A product counted one unit at a time. */
export function unitProduct(deps: Deps, sku: Sku): Result<Product, ByUnitRefusal> {
  const product = productBySku(deps.reference().catalogue, sku);
  if (!product) return refuse({ kind: 'product-unknown' });
  return product.unit === null ? refuse({ kind: 'product-not-by-unit' }) : ok(product);
}

/** A product counted by quantity. */
export function quantityProduct(deps: Deps, sku: Sku): Result<Product, ByQuantityRefusal> {
  const product = productBySku(deps.reference().catalogue, sku);
  if (!product) return refuse({ kind: 'product-unknown' });
  return product.unit === null ? ok(product) : refuse({ kind: 'product-by-unit' });
}
