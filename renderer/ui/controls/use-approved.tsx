import { type ReactNode, useState } from 'react';
import type { Approval } from '#contract/form/fields.ts';
import type { AllRefusals } from '../../api/client.ts';
import { ApprovalDialog } from './approval-dialog.tsx';

type Tried = { readonly ok: true } | { readonly ok: false; readonly refusal: AllRefusals };

/**
 * An act that may need a manager. It is tried as it is; where it is refused for want of one, a manager approves on
 * this screen and it is tried again. `asking` is the dialog to show instead of one's own, or null.
 */
export function useApproved(act: {
  readonly title: string;
  readonly attempt: (approval: Approval | null) => Promise<Tried>;
  readonly onDone: () => void;
}): {
  readonly go: () => void;
  readonly asking: ReactNode;
  readonly refused: AllRefusals | null;
  readonly refuse: (refusal: AllRefusals | null) => void;
} {
  const [approving, setApproving] = useState(false);
  const [refused, refuse] = useState<AllRefusals | null>(null);
  const go = async (approval: Approval | null): Promise<AllRefusals | null> => {
    const answer = await act.attempt(approval);
    if (answer.ok) {
      act.onDone();
      return null;
    }
    if (answer.refusal.kind === 'approval-needed') setApproving(true);
    else refuse(answer.refusal);
    return answer.refusal;
  };
  const asking = approving ? (
    <ApprovalDialog
      title={act.title}
      onClose={() => setApproving(false)}
      onApprove={(approval) => go(approval)}
    />
  ) : null;
  return { go: () => void go(null), asking, refused, refuse };
}
