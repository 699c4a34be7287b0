import { useEffect, useState } from 'react';
import type { BasketView } from '#contract/basket.ts';
import type { FinishedSale } from '#contract/sale.ts';
import type { SaleId } from '#domain/ids.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { Done } from './paid-till.tsx';

export interface LastSale {
  /** False until it is known whether a sale is still to be shown. */
  readonly known: boolean;
  /** Paid, and not left for the next person yet. */
  readonly done: Done | null;
  readonly last: FinishedSale | null;
  readonly onPaid: (done: Done) => void;
  readonly onNext: () => void;
}

/** The sale that was just paid, until the next person is called or scanned; after a reload it is read back. */
export function useLastSale(basket: BasketView | undefined): LastSale {
  const { data: last } = useAsk('lastSale', {});
  const { act: nextPerson } = useDo('nextPerson');
  const [paid, setPaid] = useState<Done | null>(null);
  const [left, setLeft] = useState<SaleId | null>(null);
  const shown = paid ?? (last ? { sale: last.sale, basket: null } : null);
  const saleId = shown?.sale.saleId ?? null;
  const isLeft = saleId === left || (last?.left === true && last.sale.saleId === saleId);
  const waits = shown?.sale.identitySteps.some((step) => !step.done) ?? false;
  const begun = basket !== undefined && (basket.lines.length > 0 || basket.person !== null);
  // A scan for the next person ends "Terminé" by itself, but never an identity still to be seen.
  const ends = !isLeft && !waits && begun && basket.saleId !== saleId;
  useEffect(() => {
    if (ends && saleId) void nextPerson({ saleId });
  }, [ends, saleId, nextPerson]);
  return {
    known: last !== undefined,
    done: isLeft || ends ? null : shown,
    last: last?.sale ?? null,
    onPaid: setPaid,
    onNext: () => {
      setPaid(null);
      setLeft(saleId);
      if (saleId) void nextPerson({ saleId });
    },
  };
}
