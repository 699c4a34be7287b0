import type { WorkView } from '#contract/work.ts';
import { useAsk } from '../api/api.tsx';

/** Often enough for a bar that moves, seldom enough to cost nothing. */
export const lookAgainMs = 500;

/** The long piece of work that runs now, whoever began it; `busy` while one was just asked for here. */
export function useWork(busy: boolean): WorkView | null {
  const { data = null } = useAsk('work', {});
  useAsk('work', {}, { enabled: busy || data !== null, pollMs: lookAgainMs });
  return data;
}
