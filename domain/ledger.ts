import type { ReplacementReason } from './catalogue.ts';
import type { EntitlementId, FamilyId, PersonId, SaleId, TillId } from './ids.ts';
import type { Cents } from './money.ts';
import { type Written, byWriting } from './rights.ts';
import type { CorrectionPayload, SaleLine, SalePayload } from './sale.ts';
import type { Day } from './time.ts';

/** A sale or return as the ledger reads it. */
export interface LedgerSale extends Written {
  readonly businessDay: Day;
  readonly payload: SalePayload;
}

/** A correction that says whose a sale was. */
export interface LedgerCorrection extends Written {
  readonly change: Extract<CorrectionPayload['change'], { what: 'person' }>;
}

/** A sale with all that was recorded about it since, in any order. */
export interface Ticket {
  readonly sale: LedgerSale;
  /** What came back of it: returns, exchanges, prices put right. */
  readonly later: readonly LedgerSale[];
  readonly corrections: readonly LedgerCorrection[];
}

/** Who a sale is for, and the window it was taken under; the public, and whoever has none, is null. */
export interface Holder {
  readonly personId: PersonId | null;
  readonly entitlementId: EntitlementId | null;
}

/** What counts in somebody's caps, by the line of the record that it comes from. A return counts backwards. */
export interface UsageRow {
  readonly till: TillId;
  readonly seq: number;
  /** Of the record, from 0. */
  readonly lineNo: number;
  readonly saleId: SaleId;
  readonly personId: PersonId;
  readonly entitlementId: EntitlementId | null;
  readonly family: FamilyId;
  readonly units: number;
  readonly referenceCents: Cents;
  /** Day of the sale, also of what came back of it: it is given back to the period that it was taken in. */
  readonly onDay: Day;
  readonly forHousehold: boolean;
  readonly replacement: ReplacementReason | null;
  /** Taken without a window, of what only a window gives. */
  readonly walkIn: boolean;
}

/** Whose a sale is now: the last correction says so, in whatever order they arrived. */
export function holderOf({ sale, corrections }: Pick<Ticket, 'sale' | 'corrections'>): Holder {
  const last = corrections.toSorted((a, b) => rankOf(a) - rankOf(b) || byWriting(a, b)).at(-1);
  if (!last) return { personId: sale.payload.personId, entitlementId: sale.payload.entitlementId };
  return { personId: last.change.to, entitlementId: last.change.entitlementId ?? null };
}

/**
 * What a sale counts for whom, with all that was recorded about it since: everything of it follows the sale to whoever
 * it is put right to, and what came back is given back to the day it was taken on. Nothing else decides what counts,
 * at a till or at headquarters.
 */
export function usageOf(ticket: Ticket): UsageRow[] {
  const { personId, entitlementId } = holderOf(ticket);
  if (personId === null) return [];
  const { sale } = ticket;
  return [sale, ...ticket.later.toSorted(byWriting)].flatMap((record) =>
    record.payload.lines.map((line, lineNo): UsageRow => ({
      till: record.till,
      seq: record.seq,
      lineNo,
      saleId: record.payload.saleId,
      personId,
      entitlementId,
      family: line.family,
      units: line.quantity,
      referenceCents: line.referenceCents,
      onDay: sale.businessDay,
      forHousehold: line.forHousehold,
      replacement: line.replacement,
      walkIn: entitlementId === null && isEntitledOnly(sale.payload, line),
    })),
  );
}

/** No clock says which correction came last: each counts those before it. */
const rankOf = ({ change }: LedgerCorrection): number => change.rank ?? -1;

/**
 * Whether a line is of what only a window gives. Version 1 did not say so: there it is what was sold as a walk-in, or
 * at the solidarity price under a window.
 */
function isEntitledOnly(sale: SalePayload, line: SaleLine): boolean {
  if (line.entitledOnly !== undefined) return line.entitledOnly;
  const sold = soldAs(sale, line);
  return sold.warnings.includes('walk-in') || (sale.entitlementId !== null && sold.tariff === 'solidarity');
}

/** The line of the sale that a later one takes back or stands for. */
const soldAs = ({ lines }: SalePayload, line: SaleLine): SaleLine =>
  lines.find((one) => one.lineId === line.lineId || one.lineId === line.returns?.lineId) ??
  lines.find((one) => one.sku === line.sku) ??
  line;
