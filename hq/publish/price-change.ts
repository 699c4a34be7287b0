import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, PriceList, PriceListEntry } from '#domain/catalogue.ts';
import { entryOf, priceListOn } from '#domain/pricing.ts';
import type { Sku } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { PublishedFile } from '#exchange/catalogue-schema.ts';
import type { Store } from '../store/store.ts';
import { lastPublication, publish } from './publications.ts';

export interface PriceChange {
  readonly sku: Sku;
  readonly cents: Cents;
  readonly from: Day;
}

export type PriceChangeRefusal =
  | { readonly kind: 'nothing-published' }
  | { readonly kind: 'day-in-past'; readonly today: Day }
  | { readonly kind: 'product-unknown' }
  | { readonly kind: 'no-price' }
  | { readonly kind: 'above-market-value'; readonly marketCents: Cents };

/**
 * Changes the solidarity price of one product from a day on: a new price list that extends the one in force,
 * published as a whole under a new number. Another price already planned for this product on a later day stays.
 */
export async function changePrice(
  store: Store,
  change: PriceChange,
  by: { readonly name: string; readonly at: Instant; readonly today: Day },
): Promise<Result<number, PriceChangeRefusal>> {
  if (change.from < by.today) return refuse({ kind: 'day-in-past', today: by.today });
  const held = await lastPublication(store.db);
  if (!held) return refuse({ kind: 'nothing-published' });
  const current = entryOn(held.catalogue, change);
  if (!current.ok) return current;
  const entry: PriceListEntry = {
    reference: current.value.reference,
    price: { kind: 'fixed', cents: change.cents },
  };
  const content = withPrice(JSON.parse(held.content) as PublishedFile, held.catalogue, { ...change, entry });
  const published = await publish(store, content, by);
  if (!published.ok) throw new Error(`a price change made a file that does not hold: ${change.sku}`);
  return ok(published.value);
}

function entryOn(catalogue: Catalogue, change: PriceChange): Result<PriceListEntry, PriceChangeRefusal> {
  if (!catalogue.products.some((one) => one.sku === change.sku)) return refuse({ kind: 'product-unknown' });
  const list = priceListOn(catalogue, change.from);
  const entry = list && entryOf(catalogue, list, change.sku);
  if (!entry) return refuse({ kind: 'no-price' });
  const marketCents = entry.reference.cents;
  return change.cents > marketCents ? refuse({ kind: 'above-market-value', marketCents }) : ok(entry);
}

function withPrice(
  file: PublishedFile,
  catalogue: Catalogue,
  change: PriceChange & { readonly entry: PriceListEntry },
): string {
  const { sku, from, entry } = change;
  const inForce = priceListOn(catalogue, from);
  const going = new Set(listsGoingOn(catalogue, change).map((one) => one.id));
  const priceLists = file.priceLists.map((list) =>
    going.has(list.id) ? { ...list, prices: { ...list.prices, [sku]: entry } } : list,
  );
  const list = {
    id: freshId(file, from),
    from,
    until: inForce?.until ?? null,
    ...(inForce ? { extends: inForce.id } : {}),
    prices: { [sku]: entry },
  };
  // First, because of two lists of one day the first stands: a second change on a day wins over the one before.
  return JSON.stringify({ ...file, priceLists: [list, ...priceLists] });
}

/**
 * Lists of later days that only go on with the price in force, up to the first that plans another one: they must go
 * on with the new price, else the old one would come back with them, and so would a mistyped price put right.
 */
function listsGoingOn(catalogue: Catalogue, { sku, from }: PriceChange): PriceList[] {
  const inForce = priceListOn(catalogue, from);
  const replaced = inForce && entryOf(catalogue, inForce, sku);
  const later = catalogue.priceLists
    .filter((list) => list.from > from && priceListOn(catalogue, list.from) === list)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const planned = later.findIndex((list) => {
    const then = entryOf(catalogue, list, sku);
    return then !== undefined && !isDeepStrictEqual(then, replaced);
  });
  return planned < 0 ? later : later.slice(0, planned);
}

function freshId(file: PublishedFile, from: Day): string {
  const taken = new Set(file.priceLists.map((one) => one.id));
  for (let n = 1; ; n += 1) if (!taken.has(`${from}-${n}`)) return `${from}-${n}`;
}
