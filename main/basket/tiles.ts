import type { Answer } from '#contract/ipc.ts';
import type { TileView } from '#contract/basket.ts';
import { type Product, familyOf } from '#domain/catalogue.ts';
import type { Sku } from '#domain/ids.ts';
import { entryOf, priceListOn, solidarityPrice } from '#domain/pricing.ts';
import { ok } from '#domain/result.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { labelOf, shown } from '../labels.ts';

/** Products as tiles: both prices, and what is left in stock where stock is counted. */
export function tiles(deps: Deps): Answer<'tiles'> {
  const { catalogue, site } = deps.reference();
  const on = deps.store.openSessionOf(deps.till)?.businessDay ?? todayAtSite(deps);
  const list = priceListOn(catalogue, on);
  const stock = stockBySku(deps);
  return ok(
    catalogue.products.flatMap((product): TileView[] => {
      const entry = list && entryOf(catalogue, list, product.sku);
      if (!entry || site.families?.includes(product.family) === false) return [];
      const family = familyOf(catalogue, product);
      return [
        {
          sku: product.sku,
          family: product.family,
          tab: shown(deps, family.tab, family.tabs),
          label: labelOf(deps, product),
          unit: product.unit,
          priceCents: solidarityPrice(entry.reference.cents, entry.price),
          referenceCents: entry.reference.cents,
          stock: stock(product),
        },
      ];
    }),
  );
}

/** Units available, or the sum of movements; null for what was never received. */
export function stockBySku(deps: Deps): (product: Product) => number | null {
  const units = new Map<Sku, number>();
  for (const row of deps.store.unitCounts())
    if (row.status === 'available' || row.status === 'received')
      units.set(row.sku, (units.get(row.sku) ?? 0) + row.count);
  const quantities = deps.store.quantities();
  return (product) => {
    if (product.unit !== null) return units.get(product.sku) ?? 0;
    return deps.store.everReceived(product.sku) ? (quantities.get(product.sku) ?? 0) : null;
  };
}
