import type { Catalogue, MarketValue, PriceList, PriceListEntry, PriceRule, Product } from './catalogue.ts';
import type { Standing } from './entitlement.ts';
import { type Cents, cents, roundHalfDown } from './money.ts';
import type { Day } from './time.ts';

/** A price as it is frozen on a line: nothing of it is looked up again later. */
export interface LinePrice {
  readonly priceListId: string;
  readonly reference: MarketValue;
  readonly rule: PriceRule;
  /** Whether the person pays the solidarity price or, as the public, the market value. */
  readonly tariff: 'solidarity' | 'market';
  readonly priceCents: Cents;
  readonly savingCents: Cents;
}

/** The list in force: the latest `from` that is not after `on` and whose end has not passed. */
export function priceListOn(catalogue: Catalogue, on: Day): PriceList | undefined {
  let best: PriceList | undefined;
  for (const list of catalogue.priceLists) {
    if (list.from > on || (list.until !== null && list.until < on)) continue;
    if (!best || list.from > best.from) best = list;
  }
  return best;
}

/** An entry of a list, or of the lists it extends; undefined when none of them names the product. */
export function entryOf(catalogue: Catalogue, list: PriceList, sku: string): PriceListEntry | undefined {
  const seen = new Set<string>();
  let current: PriceList | undefined = list;
  while (current && !seen.has(current.id)) {
    const entry = current.prices[sku];
    if (entry) return entry;
    seen.add(current.id);
    const parent: string | undefined = current.extends;
    current = catalogue.priceLists.find((candidate) => candidate.id === parent);
  }
  return undefined;
}

/** Solidarity price of a market value: never negative, never above it nor above the donor's ceiling. */
export function solidarityPrice(reference: Cents, rule: PriceRule): Cents {
  if (rule.kind === 'fixed') return cents(Math.min(Math.max(rule.cents, 0), reference));
  // In whole millionths: 100 − 66.1 is not exact, and half a cent would then go either way.
  const kept = 1_000_000 - Math.round(rule.percent * 10_000);
  const rounded = roundHalfDown(reference * kept, 1_000_000, rule.roundToCents);
  return cents(Math.max(0, Math.min(rounded, reference, rule.ceilingCents ?? reference)));
}

/**
 * Price of one unit of a product on a business day for somebody of a given standing; undefined when no list
 * in force names the product. A unit may name an older list (`pinnedListId`).
 */
export function priceFor(
  catalogue: Catalogue,
  product: Product,
  on: Day,
  buyer: { readonly standing: Standing; readonly pinnedListId?: string | undefined },
): LinePrice | undefined {
  const pinned = catalogue.priceLists.find((list) => list.id === buyer.pinnedListId);
  const list = pinned ?? priceListOn(catalogue, on);
  const entry = list && entryOf(catalogue, list, product.sku);
  if (!list || !entry) return undefined;
  const isPublic = buyer.standing.kind !== 'entitled' && product.audience === 'entitled-or-public';
  const priceCents = isPublic ? entry.reference.cents : solidarityPrice(entry.reference.cents, entry.price);
  return {
    priceListId: list.id,
    reference: entry.reference,
    rule: entry.price,
    tariff: isPublic ? 'market' : 'solidarity',
    priceCents,
    savingCents: cents(entry.reference.cents - priceCents),
  };
}
