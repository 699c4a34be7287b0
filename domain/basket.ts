import { type Left, type Usage, capAmount, countsFor, leftOfAll, replacementsLeft } from './cap.ts';
import {
  type Catalogue,
  type Family,
  type Product,
  type ReplacementReason,
  familyOf,
  hasVatRate,
  isReconditioned,
  productBySku,
} from './catalogue.ts';
import { type Buyer, type Standing, standingOf } from './entitlement.ts';
import type { FamilyId, LineId, SiteCode, Sku, UnitKey } from './ids.ts';
import { type Cents, cents, sumCents } from './money.ts';
import { type LinePrice, priceFor } from './pricing.ts';
import { type Reason, type Verdict, isOverridable, isWarning, verdictOf } from './reasons.ts';
import type { Day } from './time.ts';

/** A tracked thing as the stock knows it; `unknown` is well formed but was never received here. */
export interface BasketUnit {
  readonly key: UnitKey;
  /** As printed: full ICCID, IMEI, label. */
  readonly text: string;
  readonly status:
    | 'unknown'
    | 'received'
    | 'available'
    | 'sold'
    | 'returned'
    | 'blocked'
    | 'written-off'
    | 'elsewhere';
  readonly sku: Sku | null;
  readonly soldOn: Day | null;
  readonly testedAndWiped: boolean;
  readonly pinnedListId?: string | undefined;
}

export interface BasketLine {
  readonly lineId: LineId;
  readonly sku: Sku;
  readonly quantity: number;
  readonly unit: BasketUnit | null;
  readonly forHousehold: boolean;
  readonly replacement: ReplacementReason | null;
  /** A manager's exception: who approved. */
  readonly overriddenBy: string | null;
}

export interface BasketInput {
  readonly catalogue: Catalogue;
  readonly site: SiteCode;
  readonly on: Day;
  readonly buyer: Buyer | null;
  /** Of the buyer and, once linked, of the household. */
  readonly usage: readonly Usage[];
  readonly lines: readonly BasketLine[];
}

export interface LineVerdict {
  readonly line: BasketLine;
  readonly product: Product;
  readonly family: Family;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly price: LinePrice | null;
  /** quantity × unit price and saving; zero on a refused line. */
  readonly totalCents: Cents;
  readonly savingCents: Cents;
  /** A product of the same family that what is left still allows, offered in place of a refused line. */
  readonly alternative: Sku | null;
}

export interface BasketVerdict {
  readonly standing: Standing;
  readonly lines: readonly LineVerdict[];
  readonly left: readonly Left[];
  readonly refusedCount: number;
  readonly totalCents: Cents;
  readonly referenceCents: Cents;
  readonly savingCents: Cents;
}

/** What the lines judged so far took: the next line sees what is left after them. */
interface Running {
  readonly input: BasketInput;
  readonly standing: Standing;
  readonly left: Map<FamilyId, Left>;
  readonly replacementsTaken: Map<FamilyId, number>;
  readonly unitKeys: Set<UnitKey>;
  walkInUnits: number;
}

/**
 * Judges a basket: per line allowed, warned or refused with every reason, what is left before and after, and
 * totals over the lines that may be sold. Pure: the screen and the commit call this same function.
 */
export function evaluateBasket(input: BasketInput): BasketVerdict {
  const { catalogue, buyer, on } = input;
  const standing = standingOf(buyer, catalogue.policy, on);
  const window = standing.kind === 'entitled' ? standing.entitlement : null;
  const left = buyer ? leftOfAll(catalogue, input.usage, { personId: buyer.personId, window }, on) : [];
  const running: Running = {
    input,
    standing,
    left: new Map(left.map((one) => [one.family, one])),
    replacementsTaken: new Map(),
    unitKeys: new Set(),
    walkInUnits: buyer?.walkInUnits ?? 0,
  };
  const lines = input.lines.map((line) => judgeLine(line, running));
  const sellable = lines.filter((line) => line.verdict !== 'refused');
  const totalCents = sumCents(sellable.map((line) => line.totalCents));
  const savingCents = sumCents(sellable.map((line) => line.savingCents));
  return {
    standing,
    lines,
    left: [...running.left.values()],
    refusedCount: lines.length - sellable.length,
    totalCents,
    savingCents,
    referenceCents: cents(totalCents + savingCents),
  };
}

function judgeLine(line: BasketLine, running: Running): LineVerdict {
  const { catalogue, on } = running.input;
  const product = productBySku(catalogue, line.sku);
  if (!product) throw new Error(`basket line names an unknown product ${line.sku}`);
  const family = familyOf(catalogue, product);
  const price = priceFor(catalogue, product, on, {
    standing: running.standing,
    pinnedListId: line.unit?.pinnedListId,
  });
  const raised: Reason[] = [
    ...(price ? [] : [{ code: 'no-price' } as const]),
    ...siteReasons(product, running),
    ...standingReasons(line, product, running),
    ...unitReasons(line, product, running),
    ...(price ? capReasons(line, family, price, running) : []),
  ];
  const reasons = lifted(raised, line.overriddenBy);
  const verdict = verdictOf(reasons);
  if (verdict !== 'refused' && price) take(line, product, price, running);
  const sold = verdict === 'refused' || !price ? 0 : line.quantity;
  return {
    line,
    product,
    family,
    verdict,
    reasons,
    price: price ?? null,
    totalCents: cents(sold * (price?.priceCents ?? 0)),
    savingCents: cents(sold * (price?.savingCents ?? 0)),
    alternative: verdict === 'refused' ? alternativeTo(product, reasons, running) : null,
  };
}

function lifted(reasons: readonly Reason[], approver: string | null): Reason[] {
  if (approver === null || !reasons.some(isOverridable)) return [...reasons];
  return [...reasons.filter((reason) => !isOverridable(reason)), { code: 'overridden', approver }];
}

function siteReasons(product: Product, { input }: Running): Reason[] {
  const site = input.catalogue.sites.find((one) => one.code === input.site);
  if (!(site?.families?.includes(product.family) ?? true))
    return [{ code: 'family-not-sold-here', family: product.family }];
  return site && !hasVatRate(site, product.vat) ? [{ code: 'no-vat-rate', vat: product.vat }] : [];
}

function standingReasons(line: BasketLine, product: Product, running: Running): Reason[] {
  if (product.audience !== 'entitled-only') return [];
  const { standing } = running;
  const { walkIn } = running.input.catalogue.policy;
  switch (standing.kind) {
    case 'entitled': {
      const { families } = standing.entitlement;
      return families === '*' || families.includes(product.family)
        ? []
        : [{ code: 'family-not-referred', family: product.family }];
    }
    case 'walk-in':
      if (!walkIn.families.includes(product.family))
        return [{ code: 'walk-in-other-family', families: walkIn.families }];
      if (running.walkInUnits + line.quantity > walkIn.maxUnits) return [{ code: 'walk-in-used' }];
      return [{ code: 'walk-in', dueOn: standing.dueOn }];
    case 'walk-in-used':
      return [{ code: 'walk-in-used' }];
    case 'lapsed':
      return [{ code: 'entitlement-ended', endedOn: standing.endedOn }];
    case 'not-open':
      return [{ code: 'entitlement-not-open', opensOn: standing.opensOn }];
    case 'public':
      return [{ code: 'person-needed' }];
  }
}

function unitReasons(line: BasketLine, product: Product, running: Running): Reason[] {
  const { unit } = line;
  if (product.unit === null) return [];
  if (!unit) return [{ code: 'unit-needed' }];
  if (running.unitKeys.has(unit.key)) return [{ code: 'unit-twice' }];
  if (unit.sku !== null && unit.sku !== product.sku) return [{ code: 'unit-other-product' }];
  const reconditioned = isReconditioned(running.input.catalogue, product);
  switch (unit.status) {
    case 'sold':
      return [{ code: 'unit-already-sold', soldOn: unit.soldOn }];
    case 'blocked':
    case 'returned':
      return [{ code: 'unit-blocked' }];
    case 'written-off':
      return [{ code: 'unit-written-off' }];
    case 'elsewhere':
      return [{ code: 'unit-elsewhere' }];
    case 'unknown':
      return [{ code: reconditioned ? 'unit-not-tested' : 'unit-unknown' }];
    case 'received':
    case 'available':
      return reconditioned && !unit.testedAndWiped ? [{ code: 'unit-not-tested' }] : [];
  }
}

function capReasons(line: BasketLine, family: Family, price: LinePrice, running: Running): Reason[] {
  const { buyer, usage, on } = running.input;
  const cap = family.cap;
  if (!buyer || !cap) return [];
  const window = running.standing.kind === 'entitled' ? running.standing.entitlement : null;
  if (line.replacement !== null) {
    if (!cap.replacements?.reasons.includes(line.replacement))
      return [{ code: 'replacement-exceeded', family: family.id, renewsOn: null }];
    if (!countsInCap(line, family, running)) return [];
    const { left, renewsOn } = replacementsLeft(family, usage, { personId: buyer.personId, window }, on);
    const taken = running.replacementsTaken.get(family.id) ?? 0;
    return taken + line.quantity > left
      ? [{ code: 'replacement-exceeded', family: family.id, renewsOn }]
      : [];
  }
  const left = running.left.get(family.id);
  if (!left || !countsInCap(line, family, running)) return [];
  if (capAmount(left, line.quantity, price.reference.cents) <= left.after) return [];
  return [
    {
      code: 'quota-exceeded',
      family: family.id,
      leftUnits: left.kind === 'units' ? left.after : null,
      leftCents: left.kind === 'cents' ? cents(left.after) : null,
      renewsOn: left.renewsOn,
    },
  ];
}

/** Whether a line counts in a cap that its buyer is held to. */
function countsInCap(line: BasketLine, { cap }: Family, { input: { buyer } }: Running): boolean {
  if (!buyer || !cap) return false;
  return countsFor(cap, { ...line, personId: buyer.personId }, buyer.personId);
}

function take(line: BasketLine, product: Product, price: LinePrice, running: Running): void {
  const family = familyOf(running.input.catalogue, product);
  if (line.unit) running.unitKeys.add(line.unit.key);
  if (running.standing.kind === 'walk-in' && product.audience === 'entitled-only')
    running.walkInUnits += line.quantity;
  if (!countsInCap(line, family, running)) return;
  if (line.replacement !== null) {
    const taken = running.replacementsTaken.get(family.id) ?? 0;
    running.replacementsTaken.set(family.id, taken + line.quantity);
    return;
  }
  const left = running.left.get(family.id);
  if (!left) return;
  const amount = capAmount(left, line.quantity, price.reference.cents);
  running.left.set(family.id, { ...left, after: Math.max(0, left.after - amount) });
}

/** The dearest product of the family whose market value is still within what is left. */
function alternativeTo(product: Product, reasons: readonly Reason[], running: Running): Sku | null {
  const blocking = reasons.filter((reason) => !isWarning(reason));
  const [quota] = blocking;
  if (blocking.length !== 1 || quota?.code !== 'quota-exceeded' || !quota.leftCents) return null;
  const { catalogue, on } = running.input;
  let best: { readonly sku: Sku; readonly value: number } | null = null;
  for (const other of catalogue.products) {
    if (other.family !== product.family || other.sku === product.sku || other.unit !== null) continue;
    const value = priceFor(catalogue, other, on, { standing: running.standing })?.reference.cents ?? 0;
    if (value > 0 && value <= quota.leftCents && value > (best?.value ?? 0)) best = { sku: other.sku, value };
  }
  return best?.sku ?? null;
}
