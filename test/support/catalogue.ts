import { readFileSync } from 'node:fs';
import type { BasketInput, BasketLine, BasketUnit } from '#domain/basket.ts';
import type { Usage } from '#domain/cap.ts';
import { type Catalogue, type Family, type Product, productBySku } from '#domain/catalogue.ts';
import type { Buyer, Entitlement } from '#domain/entitlement.ts';
import {
  type EntitlementId,
  type FamilyId,
  type LineId,
  type OperatorCode,
  type PersonId,
  type SaleId,
  type SiteCode,
  type Sku,
  type TicketNumber,
  type UnitKey,
  brandAs,
} from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import type { SaleLine, SalePayload } from '#domain/sale.ts';
import { day, lastDayOfWindow } from '#domain/time.ts';
import { readPublication } from '#exchange/catalogue.ts';

const published = readPublication(
  readFileSync(new URL('../../exchange/demonstration.json', import.meta.url), 'utf8'),
);
if (!published.ok) throw new Error(JSON.stringify(published.refusal));

/** What the demonstration publishes. */
export const catalogue: Catalogue = published.value.catalogue;
export const { policy } = catalogue;

export const sku = (text: string): Sku => brandAs<Sku>(text);
export const familyId = (text: string): FamilyId => brandAs<FamilyId>(text);
export const paris = brandAs<SiteCode>('PAR13');
export const relay = brandAs<SiteCode>('R45');
export const buyerId = brandAs<PersonId>('person-1');

export function product(text: string): Product {
  const found = productBySku(catalogue, sku(text));
  if (!found) throw new Error(`no product ${text}`);
  return found;
}

export function family(text: string): Family {
  const found = catalogue.families.find((one) => one.id === text);
  if (!found) throw new Error(`no family ${text}`);
  return found;
}

/** The catalogue with one family told otherwise. */
export const withFamily = (text: string, change: Partial<Family>): Catalogue => ({
  ...catalogue,
  families: catalogue.families.map((one) => (one.id === text ? { ...one, ...change } : one)),
});

export const withPolicy = (change: Partial<Catalogue['policy']>): Catalogue => ({
  ...catalogue,
  policy: { ...policy, ...change },
});

/** A window of the demonstration policy that opens on `from`. */
export function windowFrom(from: string, change: Partial<Entitlement> = {}): Entitlement {
  return {
    id: brandAs<EntitlementId>(`window-${from}`),
    personId: buyerId,
    from: day(from),
    until: lastDayOfWindow(day(from), 18),
    policyVersion: 'demo-1',
    families: '*',
    referralKey: `voucher:${from}`,
    renewal: 0,
    ...change,
  };
}

export const entitled: Buyer = {
  personId: buyerId,
  entitlements: [windowFrom('2026-09-15')],
  walkInUnits: 0,
};

export const walkIn: Buyer = { personId: buyerId, entitlements: [], walkInUnits: 0 };

export function taken(of: string, on: string, change: Partial<Usage> = {}): Usage {
  return {
    personId: buyerId,
    family: familyId(of),
    units: 1,
    referenceCents: cents(0),
    on: day(on),
    forHousehold: false,
    replacement: null,
    ...change,
  };
}

export function unit(key: string, change: Partial<BasketUnit> = {}): BasketUnit {
  return {
    key: brandAs<UnitKey>(key),
    text: key,
    status: 'available',
    sku: null,
    soldOn: null,
    testedAndWiped: true,
    ...change,
  };
}

export function line(of: string, change: Partial<BasketLine> = {}): BasketLine {
  return {
    lineId: brandAs<LineId>(`line-${of}`),
    sku: sku(of),
    quantity: 1,
    unit: product(of).unit === null ? null : unit(`unit-${of}`),
    forHousehold: false,
    replacement: null,
    overriddenBy: null,
    ...change,
  };
}

/** A basket of somebody entitled, at Paris on 22 November 2026. */
export const basket = (
  lines: readonly BasketLine[],
  change: Partial<Omit<BasketInput, 'lines'>> = {},
): BasketInput => ({
  catalogue,
  site: paris,
  on: day('2026-11-22'),
  buyer: entitled,
  usage: [],
  ...change,
  lines,
});

export function soldLine(change: Partial<SaleLine> = {}): SaleLine {
  const { quantity, unitPriceCents, unitReferenceCents } = {
    quantity: 1,
    unitPriceCents: cents(500),
    unitReferenceCents: cents(3500),
    ...change,
  };
  return {
    lineId: brandAs<LineId>('line-1'),
    sku: sku('CARTE-35'),
    family: familyId('sim'),
    label: 'Carte prépayée SFR',
    quantity,
    unit: null,
    unitPriceCents,
    unitReferenceCents,
    totalCents: cents(quantity * unitPriceCents),
    referenceCents: cents(quantity * unitReferenceCents),
    savingCents: cents(quantity * (unitReferenceCents - unitPriceCents)),
    referenceSource: 'prix public relevé',
    referenceOn: day('2026-09-01'),
    priceListId: '2026-A',
    rule: { kind: 'fixed', cents: cents(500) },
    tariff: 'solidarity',
    vatCode: 'EXEMPT',
    forHousehold: false,
    replacement: null,
    overriddenBy: null,
    warnings: [],
    guaranteeUntil: null,
    returns: null,
    ...change,
  };
}

/** A sale of these lines, paid in cash to the cent. */
export function sold(lines: readonly SaleLine[], change: Partial<SalePayload> = {}): SalePayload {
  const sum = (of: 'totalCents' | 'referenceCents' | 'savingCents'): ReturnType<typeof cents> =>
    cents(lines.reduce((total, one) => total + one[of], 0));
  const totalCents = sum('totalCents');
  return {
    saleId: brandAs<SaleId>('sale-1'),
    number: brandAs<TicketNumber>('PAR13-1-2026-000042'),
    kind: 'sale',
    operator: brandAs<OperatorCode>('E07'),
    approvedBy: null,
    personId: buyerId,
    entitlementId: null,
    policyVersion: 'demo-1',
    referenceNumber: 1,
    lines,
    totalCents,
    referenceCents: sum('referenceCents'),
    savingCents: sum('savingCents'),
    vat: [],
    tenders: totalCents === 0 ? [] : [{ kind: 'cash', cents: totalCents }],
    changeCents: cents(0),
    netByKind: { cash: totalCents, bankCard: cents(0), structureCredit: cents(0) },
    original: null,
    version: '1.0.0',
    ...change,
  };
}
