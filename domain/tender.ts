import type { PrescriberId } from './ids.ts';
import { type Cents, cents, sumCents } from './money.ts';
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
export const tenderKinds: readonly TenderKind[] = ['cash', 'bankCard', 'structureCredit'];

export interface Settlement {
  readonly tenders: readonly Tender[];
  readonly changeCents: Cents;
  /** What each kind brings once change is given; adds up to the total of the sale. */
  readonly netByKind: Readonly<Record<TenderKind, Cents>>;
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
      ? ok({ tenders: [], changeCents: cents(0), netByKind: netByKind([], 0) })
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
  return ok({ tenders: real, changeCents: cents(-missing), netByKind: netByKind(real, -missing) });
}

function netByKind(tenders: readonly Tender[], change: number): Record<TenderKind, Cents> {
  const of = (kind: TenderKind): Cents =>
    sumCents(tenders.filter((one) => one.kind === kind).map((one) => one.cents));
  return {
    cash: cents(of('cash') - change),
    bankCard: of('bankCard'),
    structureCredit: of('structureCredit'),
  };
}

/** Order in which a refund goes back: by the tenders that paid, cash last. */
const refundOrder: readonly TenderKind[] = ['bankCard', 'structureCredit', 'cash'];

/**
 * Splits a refund over the tenders that paid, less what was already given back on each.
 * @throws RangeError when more is asked than was paid: the rules of returns make that impossible.
 */
export function refundSplit(
  refundCents: Cents,
  paidNet: Readonly<Record<TenderKind, Cents>>,
  alreadyRefunded: Readonly<Record<TenderKind, Cents>>,
): Record<TenderKind, Cents> {
  const split = { cash: cents(0), bankCard: cents(0), structureCredit: cents(0) };
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
