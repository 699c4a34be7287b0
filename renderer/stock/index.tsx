import type { ReactNode } from 'react';

export function StockScreen(): ReactNode {
  return null;
}
