import type { Catalogue, Product } from '#domain/catalogue.ts';
import { entryOf, priceListOn, solidarityPrice } from '#domain/pricing.ts';
import type { Cents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import type { PriceRow, Prices } from '../contract/board.ts';
import { lastPublication } from '../publish/publications.ts';
import type { HqDb } from '../store/store.ts';

/** The price of every product today, and what is planned for later days. */
export async function pricesOf(db: HqDb, today: Day): Promise<Prices> {
  const held = await lastPublication(db);
  const products = held?.catalogue.products ?? [];
  return {
    today,
    publication: held?.number ?? null,
    products: held ? products.flatMap((product) => rowOf(held.catalogue, product, today)) : [],
  };
}

function rowOf(catalogue: Catalogue, product: Product, today: Day): PriceRow[] {
  const now = priceOn(catalogue, product, today);
  if (!now) return [];
  const days = catalogue.priceLists
    .map((list) => list.from)
    .filter((from) => from > today)
    .toSorted();
  const planned: { from: Day; priceCents: number }[] = [];
  let before: number = now.priceCents;
  for (const from of new Set(days)) {
    const then = priceOn(catalogue, product, from);
    if (!then || then.priceCents === before) continue;
    planned.push({ from, priceCents: then.priceCents });
    before = then.priceCents;
  }
  return [
    {
      sku: product.sku,
      label: product.label,
      family: product.family,
      marketCents: now.marketCents,
      priceCents: now.priceCents,
      planned,
    },
  ];
}

function priceOn(
  catalogue: Catalogue,
  product: Product,
  on: Day,
): { readonly marketCents: Cents; readonly priceCents: Cents } | null {
  const list = priceListOn(catalogue, on);
  const entry = list && entryOf(catalogue, list, product.sku);
  if (!entry) return null;
  const marketCents = entry.reference.cents;
  return { marketCents, priceCents: solidarityPrice(marketCents, entry.price) };
}
