import { useCallback, useEffect, useState } from 'react';
import type { DifferenceReason } from '#domain/closing.ts';
import type { SessionId } from '#domain/ids.ts';
import { type ByTender, byTender } from '#domain/tender.ts';
import type { CountTexts } from '../ui/controls/cash-count.ts';
import type { TypedCount } from './count-entry.ts';

export const closingSteps = ['held', 'count', 'explain', 'aside', 'close'] as const;
export type ClosingStep = (typeof closingSteps)[number];

/** A closing as far as it has come: counts and choices only, nothing of anybody. */
export interface ClosingDraft extends TypedCount {
  readonly sessionId: SessionId;
  readonly step: ClosingStep;
  /** A terminal's total is typed although no card sale is known. */
  readonly cardAnyway: boolean;
  readonly reasons: ByTender<DifferenceReason | null>;
  /** What stays in the drawer; null until it was looked at. */
  readonly floatTexts: CountTexts | null;
  readonly envelope: string;
}

const place = 'comptoir-closing';

const newDraft = (sessionId: SessionId): ClosingDraft => ({
  sessionId,
  step: 'held',
  texts: {},
  cardText: '',
  creditText: '',
  cardAnyway: false,
  reasons: byTender(() => null),
  floatTexts: null,
  envelope: '',
});

/** What was typed for this session, kept through other screens and a reload of the page. */
export function useClosingDraft(
  sessionId: SessionId,
): readonly [ClosingDraft, (part: Partial<ClosingDraft>) => void] {
  const [draft, setDraft] = useState(() => keptDraft(sessionId) ?? newDraft(sessionId));
  const change = useCallback(
    (part: Partial<ClosingDraft>) => setDraft((before) => ({ ...before, ...part })),
    [],
  );
  useEffect(() => sessionStorage.setItem(place, JSON.stringify(draft)), [draft]);
  return [draft, change];
}

export const forgetClosingDraft = (): void => sessionStorage.removeItem(place);

function keptDraft(sessionId: SessionId): ClosingDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as ClosingDraft | null;
    return kept?.sessionId === sessionId ? { ...newDraft(sessionId), ...kept } : null;
  } catch {
    return null;
  }
}
