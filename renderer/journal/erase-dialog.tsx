import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

/** Asks before long words of a reason are erased for good. */
export function EraseDialog(props: { readonly digest: string; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('eraseTypedText');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { digest, onClose } = props;
  const erase = async (): Promise<void> => {
    const answer = await act({ digest });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', { text: t('journal.events.eraseDone'), next: t('journal.events.eraseDoneNext') });
    return onClose();
  };
  return (
    <Dialog
      title={t('journal.events.erase')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" disabled={pending} onPress={() => void erase()}>
            {t('journal.events.erase')}
          </Button>
        </>
      }
    >
      <p>{t('journal.events.eraseText')}</p>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
