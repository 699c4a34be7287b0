import type { ReactNode } from 'react';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';

/** Why long work did not end; that it was cancelled as asked is no trouble. */
export function WorkRefused({ refused }: { readonly refused: AllRefusals }): ReactNode {
  const { refusal } = useWords();
  return (
    <Notice live tone={refused.kind === 'work-cancelled' ? 'info' : 'refuse'} sentence={refusal(refused)} />
  );
}
