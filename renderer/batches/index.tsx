import type { ReactNode } from 'react';

export function BatchesScreen(): ReactNode {
  return null;
}
