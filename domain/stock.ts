import type { SaleId, Sku, UnitKey } from './ids.ts';
import type { SalePayload } from './sale.ts';
import type { Day } from './time.ts';
import type { UnitStatus } from './units.ts';

/** What a sale or return moves is told by its own record; everything else by an event `stock-moved`. */
export const stockActs = ['received', 'counted', 'written-off'] as const;
export type StockAct = (typeof stockActs)[number];

/** Payload of an event `stock-moved`: one act, however many units. */
export interface StockMoved {
  readonly act: StockAct;
  /** Code of the reason of a write-off. */
  readonly reason: string | null;
  /** Of what was received one by one; `donor` is a kind of giver, not a name. */
  readonly provenance: {
    readonly donor: string;
    readonly receivedOn: Day;
    readonly tested: boolean;
    readonly wiped: boolean;
  } | null;
  readonly moves: readonly Move[];
}

interface Move {
  readonly sku: Sku;
  /** Null for what is counted, not followed one by one. */
  readonly unit: { readonly key: UnitKey; readonly text: string } | null;
  /** Signed: what the stock of the product gained or lost. */
  readonly quantity: number;
  /** Where the unit stands after it; null for what is counted. */
  readonly unitStatus: UnitStatus | null;
}

/** A movement of stock as a table keeps it: stock is a sum of them, never an overwritten number. */
export interface StockMovement extends Move {
  readonly kind: StockAct | 'sold' | 'returned';
  readonly reason: string | null;
  readonly saleId: SaleId | null;
}

/** What an act beside selling moves. */
export const movementsOfAct = ({ act, reason, moves }: StockMoved): StockMovement[] =>
  moves.map((move) => ({ ...move, kind: act, reason, saleId: null }));

/** What a sale or return moves: its lines say so. */
export const movementsOfSale = ({ saleId, kind, lines }: SalePayload): StockMovement[] =>
  lines.flatMap(({ sku, unit, quantity, stock, returns }): StockMovement[] => {
    if (stock === undefined) return [];
    const exchanged = kind === 'return' && returns === null;
    return [
      {
        sku,
        unit,
        quantity: -quantity,
        unitStatus: stock === 'counted' ? null : stock,
        kind: returns === null ? 'sold' : 'returned',
        reason: returns?.reason ?? (exchanged ? 'exchange' : null),
        saleId,
      },
    ];
  });
