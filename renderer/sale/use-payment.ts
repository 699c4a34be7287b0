import { useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import { type Cents, cents } from '#domain/money.ts';
import { type Tender, settle } from '#domain/tender.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';

export interface Payment {
  readonly totalCents: Cents;
  readonly dueCents: Cents;
  readonly tenders: readonly Tender[];
  readonly cardPending: Cents | null;
  readonly busy: boolean;
  readonly refused: AllRefusals | null;
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
  const { saleId, totalCents } = basket;
  const tenders = basket.payment?.tenders ?? [];
  const keep: Payment['keep'] = async (given, cardPending) => {
    const answer = await setTenders.act({ saleId, tenders: [...given], cardPending });
    setRefused(answer.ok ? null : answer.refusal);
    return answer.ok;
  };
  const finish: Payment['finish'] = async (given) => {
    const answer = await finishSale.act({ saleId, tenders: [...given], expectedTotalCents: totalCents });
    if (answer.ok) onPaid(answer.value);
    else setRefused(answer.refusal);
  };
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
    keep,
    add,
    finish,
  };
}
