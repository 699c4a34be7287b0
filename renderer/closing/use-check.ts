import { useEffect, useEffectEvent, useState } from 'react';
import type { ClosingCheck, ClosingState } from '#contract/closing.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { type Asked, type TypedCount, countedFrom } from './count-entry.ts';
import type { ClosingDraft, ClosingStep } from './draft.ts';

export interface Check {
  readonly asked: Asked;
  readonly checked: ClosingCheck | null;
  readonly refused: AllRefusals | null;
  readonly busy: boolean;
  /** Gives the count and shows what it is compared with. */
  readonly verify: (typed: TypedCount) => Promise<void>;
}

const afterCount: readonly ClosingStep[] = ['explain', 'aside', 'close'];

export const askedOf = (state: ClosingState, draft: ClosingDraft): Asked => ({
  card: state.hasCardSales || draft.cardAnyway,
  credits: state.creditCount > 0,
});

/** The totals expected are asked for only once a count was given. */
export function useCheck(
  state: ClosingState,
  draft: ClosingDraft,
  change: (part: Partial<ClosingDraft>) => void,
): Check {
  const { act, pending } = useDo('checkCount');
  const [checked, setChecked] = useState<ClosingCheck | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const asked = askedOf(state, draft);
  const verify = async (typed: TypedCount): Promise<void> => {
    const answer = await act(countedFrom(typed, asked));
    setRefused(answer.ok ? null : answer.refusal);
    if (answer.ok) setChecked(answer.value);
    if (!answer.ok) change({ step: 'count' });
    else if (!afterCount.includes(draft.step)) change({ ...typed, step: 'explain' });
  };
  // Coming back from a correction: what was counted is compared once more with what is now expected.
  const again = checked === null && refused === null && afterCount.includes(draft.step);
  const resume = useEffectEvent(() => void verify(draft));
  useEffect(() => {
    if (!again) return undefined;
    const soon = setTimeout(() => resume(), 0);
    return () => clearTimeout(soon);
  }, [again]);
  return { asked, checked, refused, busy: pending, verify };
}
