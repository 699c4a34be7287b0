import type { TicketView } from '#contract/ticket.ts';
import type { PrescriberId } from '#domain/ids.ts';
import { type Cents, cents, parseEuros, sumCents } from '#domain/money.ts';
import { type ByTender, type Tender, type TenderKind, byTender, tenderKinds } from '#domain/tender.ts';

/** How a sale was really paid, as it is typed. */
export interface TypedTenders {
  readonly texts: ByTender<string>;
  readonly prescriberId: PrescriberId | null;
  readonly commitment: string;
}

const amountText = (amount: Cents): string =>
  amount === 0 ? '' : (amount / 100).toFixed(amount % 100 === 0 ? 0 : 2).replace('.', ',');

export function typedFrom(ticket: Pick<TicketView, 'netByKind' | 'tenders'>): TypedTenders {
  const credit = ticket.tenders.find((one) => one.kind === 'structureCredit');
  return {
    texts: byTender((kind) => amountText(ticket.netByKind[kind])),
    prescriberId: credit?.prescriberId ?? null,
    commitment: credit?.commitment ?? '',
  };
}

/** The whole sale by one tender. */
export const allBy = (typed: TypedTenders, kind: TenderKind, total: Cents): TypedTenders => ({
  ...typed,
  texts: byTender((one) => (one === kind ? amountText(total) : '')),
});

export type CorrectionState =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'missing'; readonly cents: Cents }
  | { readonly kind: 'too-much'; readonly cents: Cents }
  | { readonly kind: 'structure-needed' }
  | { readonly kind: 'same' }
  | { readonly kind: 'ready'; readonly tenders: readonly Tender[] };

/** Where the correction stands: the amounts must come to the total, and something must change. */
export function correctionOf(
  typed: TypedTenders,
  ticket: Pick<TicketView, 'netByKind' | 'totalCents'>,
): CorrectionState {
  const amounts = tenderKinds.map((kind) => ({
    kind,
    amount: typed.texts[kind].trim() === '' ? cents(0) : parseEuros(typed.texts[kind]),
  }));
  const read = amounts.flatMap(({ kind, amount }) => (amount === null ? [] : [{ kind, amount }]));
  if (read.length < amounts.length) return { kind: 'unreadable' };
  const rest = ticket.totalCents - sumCents(read.map((one) => one.amount));
  if (rest > 0) return { kind: 'missing', cents: cents(rest) };
  if (rest < 0) return { kind: 'too-much', cents: cents(-rest) };
  if (read.every(({ kind, amount }) => amount === ticket.netByKind[kind])) return { kind: 'same' };
  const { prescriberId } = typed;
  const commitment = typed.commitment.trim();
  const tenders = read
    .filter(({ amount }) => amount > 0)
    .flatMap(({ kind, amount }): Tender[] => {
      if (kind === 'cash') return [{ kind, cents: amount }];
      if (kind === 'bankCard') return [{ kind, cents: amount, reference: null }];
      return prescriberId && commitment !== '' ? [{ kind, cents: amount, prescriberId, commitment }] : [];
    });
  if (tenders.length < read.filter(({ amount }) => amount > 0).length) return { kind: 'structure-needed' };
  return { kind: 'ready', tenders };
}
