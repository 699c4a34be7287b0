import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

/** Of the reasons for a later print, those that a closing can have: nobody's guarantee hangs on it. */
const reasons = ['asked', 'paper-jam'] as const;

export function ReprintDialog(props: {
  readonly seq: number;
  readonly name: string;
  /** The rank that this print will have. */
  readonly copy: number;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('reprintClosing');
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const print = async (): Promise<void> => {
    if (!reason) return;
    const answer = await act({ seq: props.seq, reason });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', {
      text: t('accounts.closings.reprint.done', { copy: say.number(answer.value.copies) }),
      next: t('accounts.closings.reprint.doneNext'),
    });
    return props.onClose();
  };
  return (
    <Dialog
      title={t('accounts.closings.reprint.title', { name: props.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button
            kind="primary"
            why={reason ? null : t('tickets.copy.needReason')}
            disabled={pending}
            onPress={() => void print()}
          >
            {t('tickets.copy.print')}
          </Button>
        </>
      }
    >
      <p>{t('accounts.closings.reprint.text', { copy: say.number(props.copy) })}</p>
      <Choice
        legend={t('tickets.copy.why')}
        options={reasons.map((id) => ({ id, label: t(`accounts.closings.reprint.reasons.${id}`) }))}
        value={reason}
        onPick={setReason}
      />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
