import type { ReactNode } from 'react';

export function ClosingScreen(): ReactNode {
  return null;
}
