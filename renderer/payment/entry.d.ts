import { type Cents } from '#domain/money.ts';
import { type Tender } from '#domain/tender.ts';
export declare const payModes: readonly ['cash', 'bankCard', 'structureCredit', 'mixed'];
export type PayMode = (typeof payModes)[number];
/** What is typed or tapped of one amount. `from` says what the next key does to it. */
export interface Entry {
  readonly text: string;
  readonly from: 'nothing' | 'digits' | 'notes';
}
export type PadKey =
  | {
      readonly kind: 'digit';
      readonly digit: string;
    }
  | {
      readonly kind: 'comma';
    }
  | {
      readonly kind: 'erase';
    }
  | {
      readonly kind: 'clear';
    }
  | {
      readonly kind: 'note';
      readonly cents: Cents;
    }
  | {
      readonly kind: 'exact';
      readonly cents: Cents;
    };
export declare const noEntry: Entry;
/** Digits write an amount; notes add up on it; the first digit after a note starts again. */
export declare function pressPad(entry: Entry, key: PadKey): Entry;
/** The amount entered; null as long as there is none. */
export declare const enteredCents: (entry: Entry) => Cents | null;
/** `2000` → `20`, `1450` → `14,50`. */
export declare const amountText: (amount: Cents) => string;
/** What a keyboard key means on the pad; the numeric pad's dot is a comma. */
export declare function padKeyOf(key: string): PadKey | null;
export type Standing =
  | {
      readonly kind: 'nothing-entered';
    }
  | {
      readonly kind: 'missing';
      readonly cents: Cents;
    }
  | {
      readonly kind: 'enough';
      readonly changeCents: Cents;
    };
/** Where cash stands against what is due: a payment needs an amount entered in that payment. */
export declare function cashStanding(entry: Entry, dueCents: Cents): Standing;
/** What a card or a structure may take: what was entered, else all that is due, and never more than that. */
export declare const partCents: (entry: Entry, dueCents: Cents) => Cents;
/** Change of what was tendered so far; null while something is missing. */
export declare function changeOf(totalCents: Cents, tenders: readonly Tender[]): Cents | null;
