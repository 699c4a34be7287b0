import type { Chain, RecordDefect } from './journal.ts';
import type { Day, Instant } from './time.ts';

/** Last number and last hash of a chain; 0 and 64 zeros before its first record. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
export type ChainHeads = Readonly<Record<Chain, ChainHead>>;

/** Who remembers where a chain stood: the file beside the database, or headquarters' signed answer. */
export type HeadSource = 'head-file' | 'headquarters';

/** Why the till's own record is not what it was. Every kind has its sentence and its next step. */
export type IntegrityDefect =
  /** Records that were there are gone: cut, or an older database put back. */
  | {
      readonly kind: 'records-missing';
      readonly source: HeadSource;
      readonly chain: Chain;
      readonly expectedSeq: number;
      readonly foundSeq: number;
    }
  /** A record stands where it should and is another one than was remembered. */
  | {
      readonly kind: 'records-replaced';
      readonly source: HeadSource;
      readonly chain: Chain;
      readonly seq: number;
    }
  | {
      readonly kind: 'record-changed';
      readonly chain: Chain;
      readonly seq: number;
      readonly businessDay: Day;
      readonly why: RecordDefect;
    }
  /** The list of sales says another thing than the signed record. */
  | {
      readonly kind: 'sale-row-changed';
      readonly number: string;
      readonly businessDay: Day;
    }
  /** What people took is another thing than the signed records of a sale give; it was made anew from them. */
  | {
      readonly kind: 'usage-changed';
      /** Of the sale; null for rows that no sale gives. */
      readonly number: string | null;
      readonly businessDay: Day | null;
    }
  /** Rights, used referrals or cards are others than the signed events give; they were made anew from them. */
  | { readonly kind: 'rights-changed' }
  /** What forbids changes inside the database was taken away, written otherwise or added to; it was laid anew. */
  | { readonly kind: 'guard-missing'; readonly guards: readonly string[] }
  /** The look at every record could not read the database to its end. */
  | { readonly kind: 'database-damaged' }
  | { readonly kind: 'head-missing' }
  | { readonly kind: 'head-damaged' }
  | { readonly kind: 'clock-back'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'clock-jump'; readonly from: Instant; readonly to: Instant };

export type IntegrityDefectKind = IntegrityDefect['kind'];

/** What the till puts right itself, from what was signed. */
export const madeAnew: ReadonlySet<IntegrityDefectKind> = new Set(['usage-changed', 'rights-changed']);

/**
 * Compares where the chains stand with where they were remembered to stand. Behind is normal: the memory is older.
 * `at` answers for the hash of a record, null when there is none.
 */
export function headDefects(
  remembered: ChainHeads,
  source: HeadSource,
  found: {
    readonly last: (chain: Chain) => number;
    readonly at: (chain: Chain, seq: number) => string | null;
  },
): IntegrityDefect[] {
  return (Object.keys(remembered) as Chain[]).flatMap((chain): IntegrityDefect[] => {
    const { seq, hash } = remembered[chain];
    if (seq === 0) return [];
    const foundSeq = found.last(chain);
    if (foundSeq < seq) return [{ kind: 'records-missing', source, chain, expectedSeq: seq, foundSeq }];
    return found.at(chain, seq) === hash ? [] : [{ kind: 'records-replaced', source, chain, seq }];
  });
}
