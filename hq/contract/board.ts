import type { TillId } from '#domain/ids.ts';
import type { ByTender, TenderKind } from '#domain/tender.ts';
import type { Day, Instant, Weekday } from '#domain/time.ts';

/** What a point's day is, as headquarters can know it. */
export type CellState =
  /** Not an opening day, and nothing came. */
  | 'closed-as-planned'
  /** An opening day that the next batch declares as not opened. */
  | 'not-opened'
  /** Today or later: the day may still come. */
  | 'expected'
  /** An opening day is over and nothing came. */
  | 'silent'
  /** A later batch says that this day was closed at the till; its batch is not here. */
  | 'closed-not-received'
  | 'received'
  /** The batch came before one that is missing. */
  | 'gap'
  /** Received, and the counted money differs. */
  | 'difference'
  /** A file that could not be read, or that contradicts what is held. */
  | 'trouble'
  /** Before the first till of the point. */
  | 'before';

export interface BoardCell {
  readonly day: Day;
  readonly state: CellState;
  readonly sales: number;
  readonly totalCents: number;
  readonly differenceCents: number;
}

/** One till of a point: what it sent, by itself. */
export interface BoardTill {
  readonly till: TillId;
  readonly silentSince: Day | null;
  readonly lastSeenAt: Instant | null;
  readonly holdsLatestPrices: boolean;
  readonly cells: readonly BoardCell[];
}

export interface BoardRow {
  readonly site: string;
  readonly name: string;
  readonly phone: string;
  readonly manager: string;
  readonly openingDays: readonly Weekday[];
  /** In the order of their numbers. The cells of the point show its worst till; its figures are those of all. */
  readonly tills: readonly BoardTill[];
  /** Opening day since which nothing came; null when all is well. */
  readonly silentSince: Day | null;
  readonly lastSeenAt: Instant | null;
  /** Whether the point already sells with the last prices published. */
  readonly holdsLatestPrices: boolean;
  readonly cells: readonly BoardCell[];
}

export interface Board {
  readonly today: Day;
  readonly days: readonly Day[];
  readonly publication: number | null;
  readonly rows: readonly BoardRow[];
}

export interface DayFigures {
  readonly site: string;
  readonly name: string;
  readonly day: Day;
  readonly sales: number;
  readonly returns: number;
  readonly corrections: number;
  readonly totalCents: number;
  readonly referenceCents: number;
  readonly savingCents: number;
  readonly byTender: ByTender<number>;
  readonly families: readonly {
    readonly family: string;
    readonly label: string;
    readonly units: number;
    readonly totalCents: number;
    readonly savingCents: number;
  }[];
  readonly persons: number;
  readonly entitlements: number;
  readonly differences: readonly {
    readonly tender: TenderKind;
    readonly expectedCents: number;
    readonly countedCents: number;
    readonly differenceCents: number;
    readonly reason: string | null;
  }[];
  readonly batches: readonly {
    readonly till: string;
    readonly batchNo: number;
    readonly importedAt: Instant;
    readonly records: number;
    readonly referenceNumber: number;
    readonly appVersion: string;
    /** Whether every record's own signature was checked, and held. */
    readonly signatures: 'to-check' | 'hold' | 'broken';
  }[];
}

/** A structure to call: a letter accepted under reserve, or a referral refused for its fault. */
export interface CallRow {
  readonly site: string;
  readonly usedOn: Day;
  readonly prescriber: string;
  readonly phone: string;
  readonly proof: 'signed-code' | 'voucher' | 'letter';
  readonly issuedOn: Day | null;
  readonly why: 'under-reserve' | 'refused';
  readonly reasons: readonly string[];
}

export interface FlagRow {
  readonly kind: 'referral-twice' | 'quota-overlap' | 'bad-signature';
  readonly till: string;
  readonly on: Day;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface PriceRow {
  readonly sku: string;
  readonly label: string;
  readonly family: string;
  readonly marketCents: number;
  readonly priceCents: number;
  readonly planned: readonly { readonly from: Day; readonly priceCents: number }[];
}

export interface Prices {
  readonly today: Day;
  readonly publication: number | null;
  readonly products: readonly PriceRow[];
}
