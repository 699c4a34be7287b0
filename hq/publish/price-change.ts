import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, PriceList, PriceListEntry } from '#domain/catalogue.ts';
import { entryOf, priceListOn } from '#domain/pricing.ts';
import type { Sku } from '#domain/ids.ts';
import type { Cents } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Day, type Instant, addDays } from '#domain/time.ts';
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
  const { sku } = change;
  const stretches = stretchesFrom(catalogue, change);
  const added: PriceList[] = [];
  let { priceLists } = file;
  for (const { from, list, entry } of stretches) {
    if (list && list.from > change.from)
      priceLists = priceLists.map((one) =>
        one.id === list.id ? { ...one, prices: { ...one.prices, [sku]: entry } } : one,
      );
    else if (entry === change.entry)
      added.push({
        id: freshId([...priceLists, ...added], from),
        from,
        until: list?.until ?? null,
        ...(list ? { extends: list.id } : {}),
        prices: { [sku]: entry },
      });
  }
  // First, because of two lists of one day the first stands: a second change on a day wins over the one before.
  return JSON.stringify({ ...file, priceLists: [...added, ...priceLists] });
}

interface Stretch {
  readonly from: Day;
  /** In force from then on; undefined where none is. */
  readonly list: PriceList | undefined;
  /** What the product costs then, once the price is changed. */
  readonly entry: PriceListEntry;
}

/**
 * The stretches of time from the change on, each under one list, with the price that the product has in it: the new
 * one as long as the lists only go on with the price that it replaces, and what they say from the first that plans
 * another one on. Else the old price would come back with the next list, or at the end of one, and so would a
 * mistyped price put right; and a plan would be lost where a list inherits it.
 */
function stretchesFrom(
  catalogue: Catalogue,
  { sku, from, entry }: PriceChange & { readonly entry: PriceListEntry },
): Stretch[] {
  const days = new Set([from]);
  for (const list of catalogue.priceLists)
    for (const day of [list.from, ...(list.until === null ? [] : [addDays(list.until, 1)])])
      if (day > from) days.add(day);
  const before = [...days].toSorted().map((day) => {
    const list = priceListOn(catalogue, day);
    return { from: day, list, entry: list && entryOf(catalogue, list, sku) };
  });
  const replaced = before[0]?.entry;
  const planned = before.findIndex((one) => one.entry && !isDeepStrictEqual(one.entry, replaced));
  return before.flatMap((one, index): Stretch[] => {
    if (index > 0 && one.list === before[index - 1]?.list) return [];
    const then = planned < 0 || index < planned ? entry : one.entry;
    // Where no list is in force nothing is sold, before and after.
    return then && (one.list || index === 0) ? [{ ...one, entry: then }] : [];
  });
}

function freshId(lists: readonly PriceList[], from: Day): string {
  const taken = new Set(lists.map((one) => one.id));
  for (let n = 1; ; n += 1) if (!taken.has(`${from}-${n}`)) return `${from}-${n}`;
}
