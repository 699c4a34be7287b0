import type { StockRow, UnitRow } from '#contract/stock.ts';
import type { UnitRecord } from '#db/queries/stock.ts';
import { type Product, familyOf, isReconditioned } from '#domain/catalogue.ts';
import type { ReadingDeps } from '../deps.ts';
import { labelOf } from '../labels.ts';

export const unitRow = (unit: UnitRecord): UnitRow => ({
  key: unit.key,
  text: unit.text,
  status: unit.status,
  receivedOn: unit.receivedOn,
  soldOn: unit.soldOn,
  testedAndWiped: unit.testedAt !== null && unit.wipedAt !== null,
  donor: unit.donor,
  receivedAtSale: unit.receivedAtSale,
});

/** One row a product: what can be sold, what is set aside, what was sold before anybody received it. */
export function stockRows(deps: ReadingDeps): StockRow[] {
  const { catalogue } = deps.reference();
  const counts = deps.store.unitCounts();
  const quantities = deps.store.quantities();
  return catalogue.products
    .filter((product) => product.unit !== null || deps.store.everReceived(product.sku) || isGoods(product))
    .map((product) => {
      const of = (test: (row: (typeof counts)[number]) => boolean): number =>
        counts.filter((row) => row.sku === product.sku && test(row)).reduce((sum, row) => sum + row.count, 0);
      return {
        sku: product.sku,
        label: labelOf(deps, product),
        family: labelOf(deps, familyOf(catalogue, product)),
        unit: product.unit,
        reconditioned: isReconditioned(catalogue, product),
        available:
          product.unit === null
            ? (quantities.get(product.sku) ?? 0)
            : of((row) => row.status === 'available' || row.status === 'received'),
        blocked: of((row) => row.status === 'blocked' || row.status === 'returned'),
        soldHereUnreceived: of((row) => row.receivedAtSale && row.status === 'sold'),
      };
    });
}

/** Services are given, not stocked. */
const isGoods = (product: Product): boolean => product.audience !== 'everyone';

export function stockRow(deps: ReadingDeps, product: Product): StockRow {
  const row = stockRows(deps).find((one) => one.sku === product.sku);
  if (!row) throw new Error(`no stock row for ${product.sku}`);
  return row;
}
