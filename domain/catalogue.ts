import type { FamilyId, PrescriberId, SiteCode, Sku } from './ids.ts';
import type { Cents } from './money.ts';
import type { Day, Weekday } from './time.ts';

/**
 * What headquarters publishes and the till obeys: policy, families, products, prices, prescribers, sites.
 * Every cap, price and duration lives here, as data with dates; code holds none.
 */
export interface Catalogue {
  readonly policy: Policy;
  readonly families: readonly Family[];
  readonly products: readonly Product[];
  readonly priceLists: readonly PriceList[];
  readonly prescribers: readonly Prescriber[];
  readonly sites: readonly Site[];
}

export interface Policy {
  readonly version: string;
  readonly from: Day;
  readonly entitlementMonths: number;
  readonly referral: {
    readonly validDays: number;
    readonly graceDays: number;
    readonly letterUnderReserve: boolean;
  };
  readonly walkIn: {
    readonly maxUnits: number;
    readonly families: readonly FamilyId[];
    readonly referralDueDays: number;
  };
  readonly renewal: {
    readonly max: number;
    readonly waitDays: number;
    readonly mode: 'extends' | 'restarts';
  };
  readonly deviceLabelPattern: string;
  readonly idleLockMinutes: number;
  readonly refundLimitForSellerCents: Cents;
  readonly differenceNeedsManagerCents: Cents;
  readonly carrierProfiles: Readonly<Record<string, CarrierProfile>>;
  readonly guaranteeText: string;
}

/** What a phone company asks when a card is handed over. */
export interface CarrierProfile {
  readonly identitySeen: boolean;
  readonly handOverWaits: boolean;
}

export type ReplacementReason = 'lost' | 'stolen' | 'faulty';
export type CapPeriod = 'calendar-month' | 'window' | `rolling-${number}-days`;

/** How much of a family one may take per period; exactly one of the two maxima is set. */
export interface Cap {
  readonly maxUnits?: number | undefined;
  readonly maxReferenceCents?: Cents | undefined;
  readonly per: CapPeriod;
  readonly who: 'person' | 'household';
  /** Of a person's cap: what is marked as for somebody of the household stands apart (without this), or counts. */
  readonly householdLines?: 'apart' | 'counted' | undefined;
  readonly replacements?:
    | { readonly max: number; readonly per: CapPeriod; readonly reasons: readonly ReplacementReason[] }
    | undefined;
}

export interface ReturnRule {
  readonly accepts: 'never' | 'unopened' | 'faulty' | 'unopened-or-faulty';
  readonly unitGoesTo?: 'available' | 'blocked' | 'available-or-blocked' | undefined;
  readonly as?: 'exchange' | 'refund' | 'exchange-or-refund' | undefined;
}

/** Drawings that a family may have; `box` is the plain one. */
export const familyIcons = [
  'box',
  'sim',
  'battery',
  'wifi',
  'key',
  'phone',
  'computer',
  'tablet',
  'cable',
  'lesson',
] as const;
export type FamilyIcon = (typeof familyIcons)[number];

/** Words by language (`en`, `ar`…); what is not there stays as it is in French. */
export type Words = Readonly<Record<string, string>>;

export interface Family {
  readonly id: FamilyId;
  readonly label: string;
  readonly labels?: Words | undefined;
  /** One thing of it in the middle of a sentence: `carte SIM`. */
  readonly names: { readonly fr: string; readonly en: string };
  readonly icon: FamilyIcon;
  /** Its units had another owner: none is given before it was tested and wiped. */
  readonly reconditioned: boolean;
  readonly tab: string;
  readonly tabs?: Words | undefined;
  readonly cap?: Cap | undefined;
  readonly returns: ReturnRule;
  readonly ticketDue: boolean;
  readonly guaranteeMonths: number;
}

export type Audience = 'entitled-only' | 'entitled-or-public' | 'everyone';
export type UnitTracking = 'iccid' | 'imei' | 'label' | 'serial';

export interface Product {
  readonly sku: Sku;
  readonly family: FamilyId;
  /** French: what is signed and printed. */
  readonly label: string;
  readonly labels?: Words | undefined;
  readonly audience: Audience;
  readonly unit: UnitTracking | null;
  readonly ean: string;
  readonly vat: string;
  /** Phone company of a SIM card; names the carrier profile. */
  readonly carrier?: string | undefined;
}

export type PriceRule =
  | { readonly kind: 'fixed'; readonly cents: Cents }
  | {
      readonly kind: 'percentOff';
      readonly percent: number;
      readonly roundToCents: number;
      readonly ceilingCents?: Cents | undefined;
    };

/** What the thing costs elsewhere, with its source and the day it was read. */
export interface MarketValue {
  readonly cents: Cents;
  readonly source: string;
  readonly on: Day;
}

export interface PriceListEntry {
  readonly reference: MarketValue;
  readonly price: PriceRule;
}

export interface PriceList {
  readonly id: string;
  readonly from: Day;
  readonly until: Day | null;
  /** Prices that this list does not name come from that one. */
  readonly extends?: string | undefined;
  readonly prices: Readonly<Record<string, PriceListEntry>>;
}

export interface Prescriber {
  readonly id: PrescriberId;
  readonly name: string;
  readonly kind: string;
  readonly siret: string;
  readonly agreement: { readonly from: Day; readonly until: Day };
  readonly status: 'active' | 'suspended';
  readonly referents: readonly string[];
  readonly vouchers: { readonly first: string; readonly last: string };
  readonly phone: string;
  readonly sites: '*' | readonly SiteCode[];
}

export interface Site {
  readonly code: SiteCode;
  readonly name: string;
  /** Of whoever sells there, where it is another name: it stands on every ticket. */
  readonly legalName?: string | undefined;
  readonly kind: 'access-point' | 'relay';
  readonly tills: number;
  readonly address: string;
  readonly phone: string;
  readonly openingDays: readonly Weekday[];
  readonly siret: string;
  readonly vatRegime: 'exempt' | 'taxed';
  readonly vatWording: string;
  /** Of a taxed site: rate in hundredths of a percent, by VAT code. */
  readonly vatRates?: Readonly<Record<string, number>> | undefined;
  readonly timeZone: string;
  readonly manager: string;
  /** A relay sells only these families; an access point sells all. */
  readonly families?: readonly FamilyId[] | undefined;
}

export const familyOf = (catalogue: Catalogue, product: Product): Family => {
  const family = catalogue.families.find((candidate) => candidate.id === product.family);
  if (!family) throw new Error(`product ${product.sku} names an unknown family ${product.family}`);
  return family;
};

/** Whether a site can say what VAT is in a price: an exempt one always, a taxed one only for codes that it has a rate of. */
export const hasVatRate = (site: Pick<Site, 'vatRegime' | 'vatRates'>, vat: string): boolean =>
  site.vatRegime === 'exempt' || site.vatRates?.[vat] !== undefined;

/** Whether a unit of this product is only given tested and wiped. */
export const isReconditioned = (catalogue: Catalogue, product: Product): boolean =>
  product.unit !== null && familyOf(catalogue, product).reconditioned;

export const productBySku = (catalogue: Catalogue, sku: Sku): Product | undefined =>
  catalogue.products.find((product) => product.sku === sku);
