import type { PrescriberId } from './ids.ts';
import { type Cents, cents, denominations, sumCents } from './money.ts';
import { type Result, ok, refuse } from './result.ts';

/** How a sale is paid, as entered: cash is what the person hands over, change not yet taken off. */
export type Tender =
  | { readonly kind: 'cash'; readonly cents: Cents }
  | { readonly kind: 'bankCard'; readonly cents: Cents; readonly reference: string | null }
  | {
      readonly kind: 'structureCredit';
      readonly cents: Cents;
      readonly prescriberId: PrescriberId;
      /** Number of the structure's undertaking: what the receivable is claimed with. */
      readonly commitment: string;
    };

export type TenderKind = Tender['kind'];
/** Every kind, in the order of papers and columns. */
export const tenderKinds = ['cash', 'bankCard', 'structureCredit'] as const satisfies readonly TenderKind[];

/** One thing for each kind: mostly an amount. */
export type ByTender<T = Cents> = Readonly<Record<TenderKind, T>>;

export const byTender = <T>(of: (kind: TenderKind) => T): Record<TenderKind, T> =>
  Object.fromEntries(tenderKinds.map((kind) => [kind, of(kind)])) as Record<TenderKind, T>;

export const nothingByTender: ByTender = byTender(() => cents(0));

/** What tenders come to, kind by kind. */
export const sumsByTender = (
  tenders: readonly { readonly kind: TenderKind; readonly cents: number }[],
): Record<TenderKind, Cents> =>
  byTender((kind) => sumCents(tenders.filter((one) => one.kind === kind).map((one) => one.cents)));

export const addByTender = (a: ByTender<number>, b: ByTender<number>): Record<TenderKind, Cents> =>
  byTender((kind) => cents(a[kind] + b[kind]));

export const minusByTender = (a: ByTender<number>, b: ByTender<number>): Record<TenderKind, Cents> =>
  byTender((kind) => cents(a[kind] - b[kind]));

/** What a tender says beside its kind and amount; null where its kind has no such thing. */
export const detailsOf = (
  tender: Tender,
): {
  readonly reference: string | null;
  readonly prescriberId: PrescriberId | null;
  readonly commitment: string | null;
} => ({ reference: null, prescriberId: null, commitment: null, ...tender });

export interface Settlement {
  readonly tenders: readonly Tender[];
  readonly changeCents: Cents;
  /** What each kind brings once change is given; adds up to the total of the sale. */
  readonly netByKind: ByTender;
}

export type TenderRefusal =
  | { readonly kind: 'not-enough-tendered'; readonly missingCents: Cents }
  | { readonly kind: 'too-much-without-cash'; readonly excessCents: Cents }
  | { readonly kind: 'nothing-to-pay' }
  | { readonly kind: 'commitment-needed' };

/**
 * Settles a sale of `totalCents` ≥ 0: only cash gives change, a card or a structure never pays more than what
 * is due, and a sale of nothing takes no tender.
 */
export function settle(totalCents: Cents, tenders: readonly Tender[]): Result<Settlement, TenderRefusal> {
  if (totalCents === 0)
    return tenders.length === 0
      ? ok({ tenders: [], changeCents: cents(0), netByKind: nothingByTender })
      : refuse({ kind: 'nothing-to-pay' });
  if (tenders.some((tender) => tender.kind === 'structureCredit' && tender.commitment.trim() === ''))
    return refuse({ kind: 'commitment-needed' });
  const real = tenders.filter((tender) => tender.cents > 0);
  const cashCents = sumCents(real.filter((one) => one.kind === 'cash').map((one) => one.cents));
  const otherCents = sumCents(real.filter((one) => one.kind !== 'cash').map((one) => one.cents));
  if (otherCents > totalCents)
    return refuse({ kind: 'too-much-without-cash', excessCents: cents(otherCents - totalCents) });
  const missing = totalCents - otherCents - cashCents;
  if (missing > 0) return refuse({ kind: 'not-enough-tendered', missingCents: cents(missing) });
  const brought = sumsByTender(real);
  return ok({
    tenders: real,
    changeCents: cents(-missing),
    netByKind: { ...brought, cash: cents(brought.cash + missing) },
  });
}

/** Cash above the total that nobody is asked about: one large note for something small. */
const usualExcessCents = 5_000;

/**
 * Whether the cash given is so far above the total that it was most likely typed without its comma: more than 50 € above
 * it, and enough even without the largest note it could be made of. To be asked about in words, and to be taken if so.
 */
export function isFarAbove(totalCents: Cents, { tenders, changeCents }: Settlement): boolean {
  const cashCents = sumCents(tenders.filter((one) => one.kind === 'cash').map((one) => one.cents));
  const largest = denominations.find((one) => one <= cashCents) ?? 0;
  return totalCents > 0 && changeCents > usualExcessCents && changeCents >= largest;
}

/** Order in which a refund goes back: by the tenders that paid, cash last. */
const refundOrder: readonly TenderKind[] = ['bankCard', 'structureCredit', 'cash'];

/**
 * Splits a refund over the tenders that paid, less what was already given back on each.
 * @throws RangeError when more is asked than was paid: the rules of returns make that impossible.
 */
export function refundSplit(
  refundCents: Cents,
  paidNet: ByTender,
  alreadyRefunded: ByTender,
): Record<TenderKind, Cents> {
  const split = byTender(() => cents(0));
  let rest: number = refundCents;
  for (const kind of refundOrder) {
    const back = Math.min(rest, Math.max(0, paidNet[kind] - alreadyRefunded[kind]));
    split[kind] = cents(back);
    rest -= back;
  }
  if (rest > 0) throw new RangeError('a refund cannot exceed what was paid');
  return split;
}

export type Undertaking = Extract<Tender, { kind: 'structureCredit' }>;

/** One undertaking a structure and number, in the order they were entered, however often each was. */
export function undertakingsOf(tenders: readonly Tender[]): Undertaking[] {
  const byKey = new Map<string, Undertaking>();
  for (const one of tenders) {
    if (one.kind !== 'structureCredit') continue;
    const key = `${one.prescriberId} ${one.commitment}`;
    byKey.set(key, { ...one, cents: cents((byKey.get(key)?.cents ?? 0) + one.cents) });
  }
  return [...byKey.values()];
}

/**
 * What each undertaking still carries when `dueCents` are due on them in all: the first ones fill first, so what
 * comes back is taken off the last. The last carries the rest: the parts always add up to what is due.
 */
export function sharedDue(undertakings: readonly Undertaking[], dueCents: Cents): Undertaking[] {
  let rest: number = dueCents;
  return undertakings.map((one, index) => {
    const part = index === undertakings.length - 1 ? rest : Math.min(rest, one.cents);
    rest -= part;
    return { ...one, cents: cents(part) };
  });
}
