import type { ReactNode } from 'react';
import type { StockRow, donorKinds } from '#contract/stock.ts';

export interface Provenance {
  readonly donor: (typeof donorKinds)[number] | null;
  readonly tested: boolean;
  readonly wiped: boolean;
}

/** What every way of receiving shows and needs. */
export interface ReceivingProps {
  readonly row: StockRow;
  readonly onDone: () => void;
  readonly title: ReactNode;
  readonly above: ReactNode;
  readonly provenance: Provenance;
}
