import type { ReactNode } from 'react';

export function PersonsScreen(): ReactNode {
  return null;
}
