import type { PriceRule, ReplacementReason } from './catalogue.ts';
import type {
  EntitlementId,
  FamilyId,
  LineId,
  OperatorCode,
  PersonId,
  SaleId,
  Sku,
  TicketNumber,
  UnitKey,
} from './ids.ts';
import { type Cents, cents, sumCents } from './money.ts';
import type { UnitStatus } from './units.ts';
import type { Tender, ByTender } from './tender.ts';
import type { Day } from './time.ts';

/** A line as it is signed: every value frozen, nothing looked up again. Negative quantity on a return. */
export interface SaleLine {
  readonly lineId: LineId;
  readonly sku: Sku;
  readonly family: FamilyId;
  readonly label: string;
  readonly quantity: number;
  readonly unit: { readonly key: UnitKey; readonly text: string } | null;
  readonly unitPriceCents: Cents;
  readonly unitReferenceCents: Cents;
  readonly totalCents: Cents;
  readonly referenceCents: Cents;
  readonly savingCents: Cents;
  readonly referenceSource: string;
  readonly referenceOn: Day;
  readonly priceListId: string;
  readonly rule: PriceRule;
  readonly tariff: 'solidarity' | 'market';
  readonly vatCode: string;
  /** Of what only a window of rights gives; version 1 did not say so. */
  readonly entitledOnly?: boolean | undefined;
  /**
   * What it does to the stock: where its unit stands since, or that a quantity moved. Absent where nothing moves; version
   * 1 did not say.
   */
  readonly stock?: UnitStatus | 'counted' | undefined;
  readonly forHousehold: boolean;
  readonly replacement: ReplacementReason | null;
  readonly overriddenBy: string | null;
  readonly warnings: readonly string[];
  readonly guaranteeUntil: Day | null;
  /** On a return: the line it takes back, and why. */
  readonly returns: { readonly lineId: LineId; readonly reason: string } | null;
}

export interface VatTotal {
  readonly code: string;
  /** Rate in hundredths of a percent; 0 for an exempt site. */
  readonly rateBasisPoints: number;
  readonly grossCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
}

/** Who sells, as the paper names them. */
export interface Seller {
  /** Of the point. */
  readonly name: string;
  /** Of whoever answers for it, where it is another name. */
  readonly legalName?: string | undefined;
  readonly address: string;
  readonly siret: string;
  readonly vatRegime: 'exempt' | 'taxed';
  readonly vatWording: string;
  readonly timeZone: string;
}

/** Payload of a `sale` record of type `sale` or `return`. */
export interface SalePayload {
  readonly saleId: SaleId;
  readonly number: TicketNumber;
  readonly kind: 'sale' | 'return';
  readonly operator: OperatorCode;
  readonly approvedBy: OperatorCode | null;
  readonly personId: PersonId | null;
  readonly entitlementId: EntitlementId | null;
  readonly policyVersion: string;
  readonly referenceNumber: number;
  readonly lines: readonly SaleLine[];
  readonly totalCents: Cents;
  readonly referenceCents: Cents;
  readonly savingCents: Cents;
  readonly vat: readonly VatTotal[];
  /** As entered; on a return the amounts are negative. */
  readonly tenders: readonly Tender[];
  readonly changeCents: Cents;
  /** Per kind, change taken off: adds up to `totalCents`. */
  readonly netByKind: ByTender;
  readonly original: TicketNumber | null;
  readonly version: string;
  /** Frozen with the sale: its paper is the same years later. Version 1 did not keep it. */
  readonly seller?: Seller | undefined;
  /** The words of the guarantee as they were; version 1 did not keep them. */
  readonly guaranteeText?: string | undefined;
}

/** Payload of a `sale` record of type `correction`: puts right who paid how, or for whom; goods and money stay. */
export interface CorrectionPayload {
  readonly correctionId: string;
  readonly of: TicketNumber;
  readonly saleId: SaleId;
  readonly operator: OperatorCode;
  readonly approvedBy: OperatorCode | null;
  readonly reason: string;
  readonly change:
    | {
        readonly what: 'tender';
        readonly byKind: ByTender;
        /** How it was paid, as entered; absent when only the amounts per kind moved. */
        readonly tenders?: readonly Tender[] | undefined;
      }
    | {
        readonly what: 'person';
        readonly from: PersonId | null;
        readonly to: PersonId | null;
        /** Window of that person on the day of the sale; version 1 did not say which, and counted none. */
        readonly entitlementId?: EntitlementId | null | undefined;
        /** How many such corrections of this sale stood before it; version 1 did not count them. */
        readonly rank?: number | undefined;
      }
    | { readonly what: 'referral'; readonly referralKey: string; readonly entitlementId: EntitlementId };
}

/** VAT of lines, per code. Prices are tax-inclusive; rates come from the site's table, empty when exempt. */
export function vatTotals(
  lines: readonly Pick<SaleLine, 'vatCode' | 'totalCents'>[],
  rates: Readonly<Record<string, number>>,
): VatTotal[] {
  const codes = [...new Set(lines.map((line) => line.vatCode))].toSorted();
  return codes.map((code) => {
    const grossCents = sumCents(lines.filter((line) => line.vatCode === code).map((line) => line.totalCents));
    const rateBasisPoints = rates[code] ?? 0;
    // Rounded without its sign: the return of everything takes back the same tax to the cent.
    const net = Math.round((Math.abs(grossCents) * 10_000) / (10_000 + rateBasisPoints));
    const netCents = cents(Math.sign(grossCents) * net);
    return { code, rateBasisPoints, grossCents, netCents, taxCents: cents(grossCents - netCents) };
  });
}
