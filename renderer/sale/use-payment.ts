import { useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { type Cents, cents } from '#domain/money.ts';
import { type Tender, settle } from '#domain/tender.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';

/** Cash so far above the total that it is asked about. */
export interface CashFarAbove {
  readonly givenCents: Cents;
  readonly changeCents: Cents;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export interface Payment {
  readonly totalCents: Cents;
  readonly dueCents: Cents;
  readonly tenders: readonly Tender[];
  readonly cardPending: Cents | null;
  readonly busy: boolean;
  readonly refused: AllRefusals | null;
  readonly farAbove: CashFarAbove | null;
  /** Writes down what was given so far; answers whether it was kept. */
  readonly keep: (tenders: readonly Tender[], cardPending: Cents | null) => Promise<boolean>;
  /** Adds a part, and finishes the sale when nothing is missing any more. */
  readonly add: (tender: Tender) => Promise<void>;
  readonly finish: (tenders: readonly Tender[]) => Promise<void>;
}

/** The payment of a basket whose lines are locked; main keeps it, so that a crash in the middle loses nothing. */
export function usePayment(basket: BasketView, onPaid: (sale: FinishedSale) => void): Payment {
  const setTenders = useDo('setTenders');
  const finishSale = useDo('finishSale');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [farAbove, setFarAbove] = useState<CashFarAbove | null>(null);
  const { saleId, totalCents } = basket;
  const tenders = basket.payment?.tenders ?? [];
  const keep: Payment['keep'] = async (given, cardPending) => {
    const answer = await setTenders.act({ saleId, tenders: [...given], cardPending });
    setRefused(answer.ok ? null : answer.refusal);
    return answer.ok;
  };
  const pay = async (given: readonly Tender[], cashChecked: boolean): Promise<void> => {
    setFarAbove(null);
    const answer = await finishSale.act({
      saleId,
      tenders: [...given],
      expectedTotalCents: totalCents,
      cashChecked,
    });
    if (answer.ok) onPaid(answer.value);
    else if (answer.refusal.kind === 'cash-far-above')
      setFarAbove({
        ...answer.refusal,
        onYes: () => void pay(given, true),
        onNo: () => setFarAbove(null),
      });
    else setRefused(answer.refusal);
  };
  const finish: Payment['finish'] = (given) => pay(given, false);
  const add: Payment['add'] = async (tender) => {
    const given = [...tenders, tender];
    // Kept first: money that was taken is written down even if finishing is then refused.
    if (!(await keep(given, null))) return;
    if (tender.kind !== 'cash' && settle(totalCents, given).ok) await finish(given);
  };
  return {
    totalCents,
    dueCents: cents(Math.max(0, basket.payment?.remainingCents ?? totalCents)),
    tenders,
    cardPending: basket.payment?.cardPending ?? null,
    busy: setTenders.pending || finishSale.pending,
    refused,
    farAbove,
    keep,
    add,
    finish,
  };
}
