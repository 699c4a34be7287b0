import type { ReactNode } from 'react';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { faultNamed } from './fault-words.ts';

/** Why nothing came out, and the mend. */
export function Failed({ fault }: { readonly fault: string | null }): ReactNode {
  const { t } = useWords();
  const name = faultNamed(fault ?? '');
  return (
    <Notice
      live
      tone="refuse"
      sentence={{
        text: t(`peripherals.printer.faults.${name}`),
        next: t(`peripherals.printer.faultNext.${name}`),
      }}
    />
  );
}
