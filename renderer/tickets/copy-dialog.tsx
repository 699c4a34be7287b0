import { type ReactNode, useState } from 'react';
import { type TicketView, copyReasons } from '#contract/sale.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './tickets.module.css';

/** A later print is a duplicate, with its rank and a reason. */
export function CopyDialog(props: { readonly ticket: TicketView; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('reprintTicket');
  const [reason, setReason] = useState<(typeof copyReasons)[number] | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const print = async (): Promise<void> => {
    if (!reason) return;
    const answer = await act({ saleId: props.ticket.saleId, reason });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', {
      text: t('tickets.copy.done', { copy: answer.value.copy }),
      next: t('tickets.copy.doneNext'),
    });
    return props.onClose();
  };
  return (
    <Dialog
      title={t('tickets.copy.title')}
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
      <p>{t('tickets.copy.text')}</p>
      <fieldset className={styles['choices']}>
        <legend>{t('tickets.copy.why')}</legend>
        {copyReasons.map((one) => (
          <Button key={one} pressed={reason === one} onPress={() => setReason(one)}>
            {t(`tickets.copy.reasons.${one}`)}
          </Button>
        ))}
      </fieldset>
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
