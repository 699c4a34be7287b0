import type { DepositView, EnvelopeView } from '#contract/money.ts';
import { type Cents, sumCents } from '#domain/money.ts';

export type Ticked = ReadonlySet<string>;

/** The ticked ones that are still in the safe: somebody may have deposited one from elsewhere meanwhile. */
export const tickedOf = (envelopes: readonly EnvelopeView[], ticked: Ticked): readonly EnvelopeView[] =>
  envelopes.filter((one) => ticked.has(one.id));

export const toggled = (ticked: Ticked, id: string): Ticked =>
  new Set(ticked.has(id) ? [...ticked].filter((one) => one !== id) : [...ticked, id]);

export const contentOf = (envelopes: readonly EnvelopeView[]): Cents =>
  sumCents(envelopes.map((one) => one.cents));

/** What to look at first: the oldest deposit that the bank has not shown yet, else the newest. */
export function firstDeposit(deposits: readonly DepositView[]): DepositView | null {
  const waiting = deposits.filter((one) => one.credited === null);
  return waiting.toSorted((one, other) => one.at.localeCompare(other.at))[0] ?? deposits[0] ?? null;
}

export type MoneyStep = 'deposit' | 'seen' | 'leave';

/** The one next step, which the filled button does: take what is ticked away, or look for a deposit at the bank. */
export function moneyStep(ticked: readonly EnvelopeView[], deposit: DepositView | null): MoneyStep {
  if (ticked.length > 0) return 'deposit';
  return deposit && deposit.credited === null ? 'seen' : 'leave';
}
