import type { ReactNode } from 'react';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { DuplicateDialog } from '../ui/controls/duplicate-dialog.tsx';

/** Of the reasons for a later print, those that a closing can have: nobody's guarantee hangs on it. */
const reasons = ['asked', 'paper-jam'] as const;

export function ReprintDialog(props: {
  readonly seq: number;
  readonly name: string;
  /** The rank that this print will have. */
  readonly copy: number;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('reprintClosing');
  return (
    <DuplicateDialog
      title={t('money.closings.reprint.title', { name: props.name })}
      text={t('money.closings.reprint.text', { copy: say.number(props.copy) })}
      reasons={reasons.map((id) => ({ id, label: t(`money.closings.reprint.reasons.${id}`) }))}
      busy={pending}
      onClose={props.onClose}
      onPrint={async (reason) => {
        const answer = await act({ seq: props.seq, reason });
        if (!answer.ok) return answer.refusal;
        announce('good', {
          text: t('money.closings.reprint.done', { copy: say.number(answer.value.copies) }),
          next: t('money.closings.reprint.doneNext'),
        });
        return null;
      }}
    />
  );
}
