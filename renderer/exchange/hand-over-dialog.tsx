import { type ReactNode, useState } from 'react';
import type { BatchView } from '#contract/exchange.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';

/** A file that leaves by hand: noted only once somebody carries it. */
export function HandOverDialog(props: {
  readonly batch: BatchView;
  readonly saved: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t, say, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('markHandedOver');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { batch, saved, onClose } = props;
  const day = say.day(batch.businessDay);
  const mark = async (): Promise<void> => {
    const answer = await act({ batchNo: batch.batchNo });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', { text: t('exchange.hand.done', { day }), next: t('exchange.hand.doneNext') });
    return onClose();
  };
  return (
    <Dialog
      title={t('exchange.hand.title', { day })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('exchange.hand.notYet')}
          </Button>
          <Button kind="primary" disabled={pending} onPress={() => void mark()}>
            {t('exchange.hand.yes')}
          </Button>
        </>
      }
    >
      {saved && <Notice tone="good">{t('exchange.saved', { file: batch.fileName })}</Notice>}
      <p>{t('exchange.hand.text')}</p>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
