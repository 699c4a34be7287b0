import type { ReactNode } from 'react';

export function TicketsScreen(): ReactNode {
  return null;
}
