import type { Policy } from './catalogue.ts';
import type { OperatorCode, SessionId, TicketNumber } from './ids.ts';
import { type CashCount, type Cents, cents, sumCents } from './money.ts';
import type { CorrectionPayload, SalePayload, Seller, VatTotal } from './sale.ts';
import { type ByTender, type TenderKind, addByTender, nothingByTender } from './tender.ts';
import type { Day } from './time.ts';

/** Totals over a range of the sale chain. Returns are already negative; corrections move tenders only. */
export interface PeriodTotals {
  readonly sales: number;
  readonly returns: number;
  readonly corrections: number;
  readonly totalCents: Cents;
  readonly absoluteCents: Cents;
  readonly referenceCents: Cents;
  readonly savingCents: Cents;
  readonly byTender: ByTender;
  readonly vat: readonly VatTotal[];
}

/** Never reset: what the till has ever taken, and the same without signs so that a refund cannot hide a sale. */
export interface PerpetualTotals {
  readonly netCents: Cents;
  readonly absoluteCents: Cents;
}

export const noTotals: PeriodTotals = {
  sales: 0,
  returns: 0,
  corrections: 0,
  totalCents: cents(0),
  absoluteCents: cents(0),
  referenceCents: cents(0),
  savingCents: cents(0),
  byTender: nothingByTender,
  vat: [],
};

/** Adds one sale or return to a period's totals. */
export function addSale(totals: PeriodTotals, sale: SalePayload): PeriodTotals {
  return {
    sales: totals.sales + (sale.kind === 'sale' ? 1 : 0),
    returns: totals.returns + (sale.kind === 'return' ? 1 : 0),
    corrections: totals.corrections,
    totalCents: cents(totals.totalCents + sale.totalCents),
    absoluteCents: cents(totals.absoluteCents + Math.abs(sale.totalCents)),
    referenceCents: cents(totals.referenceCents + sale.referenceCents),
    savingCents: cents(totals.savingCents + sale.savingCents),
    byTender: addByTender(totals.byTender, sale.netByKind),
    vat: addVat(totals.vat, sale.vat),
  };
}

/** A correction counts once and moves money between tenders; its amounts add up to zero. */
export function addCorrection(totals: PeriodTotals, correction: CorrectionPayload): PeriodTotals {
  const { change } = correction;
  return {
    ...totals,
    corrections: totals.corrections + 1,
    byTender: change.what === 'tender' ? addByTender(totals.byTender, change.byKind) : totals.byTender,
  };
}

/** Adds the totals of one period to another's: a month is the sum of its days. */
export const addTotals = (a: PeriodTotals, b: PeriodTotals): PeriodTotals => ({
  sales: a.sales + b.sales,
  returns: a.returns + b.returns,
  corrections: a.corrections + b.corrections,
  totalCents: cents(a.totalCents + b.totalCents),
  absoluteCents: cents(a.absoluteCents + b.absoluteCents),
  referenceCents: cents(a.referenceCents + b.referenceCents),
  savingCents: cents(a.savingCents + b.savingCents),
  byTender: addByTender(a.byTender, b.byTender),
  vat: addVat(a.vat, b.vat),
});

/** By code and rate: a rate that changes inside a period is not merged with the one before. */
function addVat(a: readonly VatTotal[], b: readonly VatTotal[]): VatTotal[] {
  const same = Map.groupBy([...a, ...b], ({ code, rateBasisPoints }) => `${code} ${rateBasisPoints}`);
  return [...same.values()]
    .flatMap(([first, ...others]): VatTotal[] =>
      first
        ? [
            {
              ...first,
              grossCents: sumCents([first, ...others].map((one) => one.grossCents)),
              netCents: sumCents([first, ...others].map((one) => one.netCents)),
              taxCents: sumCents([first, ...others].map((one) => one.taxCents)),
            },
          ]
        : [],
    )
    .toSorted(
      (x, y) => Number(x.code > y.code) - Number(x.code < y.code) || x.rateBasisPoints - y.rateBasisPoints,
    );
}

export interface DrawerMovements {
  readonly floatCents: Cents;
  /** Cash sales net of change, refunds already negative, corrections of tender included. */
  readonly cashCents: Cents;
  readonly payInCents: Cents;
  readonly dropCents: Cents;
}

/** Expected cash = float + cash tendered − change − cash refunds + pay-ins − drops. No rounding in France. */
export const expectedCash = (drawer: DrawerMovements): Cents =>
  cents(drawer.floatCents + drawer.cashCents + drawer.payInCents - drawer.dropCents);

/** Why the count and the journal differ, as a manager may explain it. */
export const differenceReasons = [
  'change-error',
  'tender-error',
  'line-forgotten',
  'drawer-opened',
  'count-error',
  'unknown',
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

export interface Difference {
  readonly tender: TenderKind;
  readonly expectedCents: Cents;
  readonly countedCents: Cents;
  readonly differenceCents: Cents;
  readonly reason: DifferenceReason | null;
}

/** Whether a manager has to join a closing: some difference is above the policy's amount. */
export const needsManager = (
  differences: readonly Pick<Difference, 'differenceCents'>[],
  policy: Pick<Policy, 'differenceNeedsManagerCents'>,
): boolean => differences.some((one) => Math.abs(one.differenceCents) > policy.differenceNeedsManagerCents);

/** Sequence numbers of each chain that a closing covers, both included; from > to when the chain did not move. */
export interface ChainRange {
  readonly from: number;
  readonly to: number;
}

/** Payload of a `closing` record of type `session` (Z). */
export interface SessionClosingPayload {
  readonly sessionId: SessionId;
  readonly number: number;
  readonly openedBy: OperatorCode;
  readonly closedBy: OperatorCode;
  readonly joinedBy: OperatorCode | null;
  readonly sales: ChainRange;
  readonly totals: PeriodTotals;
  readonly perpetual: PerpetualTotals;
  readonly floatCents: Cents;
  readonly payInCents: Cents;
  readonly dropCents: Cents;
  readonly cashCount: CashCount;
  readonly differences: readonly Difference[];
  readonly floatLeftCents: Cents;
  readonly takingsCents: Cents;
  readonly envelope: string | null;
  readonly heldBaskets: { readonly kept: number; readonly abandoned: number };
  /** Its first and last ticket; null when there was none. Version 1 kept neither this nor what follows. */
  readonly tickets?: { readonly first: TicketNumber; readonly last: TicketNumber } | null | undefined;
  /** Totals of sales, and of returns (negative), apart. */
  readonly soldCents?: Cents | undefined;
  readonly refundedCents?: Cents | undefined;
  readonly seller?: Seller | undefined;
  readonly version?: string | undefined;
}

/** Payload of a `closing` record of type `day`: everything of the sale chain since the last day closing. */
export interface DayClosingPayload {
  readonly previousBusinessDay: Day | null;
  readonly sales: ChainRange;
  readonly totals: PeriodTotals;
  readonly perpetual: PerpetualTotals;
  /** Of the whole business day, where an earlier closing holds a part of it. */
  readonly businessDayTotals?: PeriodTotals | undefined;
}

/** Payload of a `closing` record of type `month` or `year`. */
export interface LongClosingPayload {
  readonly period: string;
  readonly days: ChainRange;
  readonly totals: PeriodTotals;
  readonly perpetual: PerpetualTotals;
}

/** Payload of a `copy` record. */
export interface CopyPayload {
  readonly of: string;
  readonly copy: number;
  readonly operator: OperatorCode;
  readonly reason: string;
  /** `hash` of the record it is a copy of; version 1 did not say it. */
  readonly recordHash?: string | undefined;
}
