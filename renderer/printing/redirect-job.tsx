import { type ReactNode, useState } from 'react';
import type { PrintJobView } from '#contract/printing.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from '../peripherals/peripherals.module.css';
import { PrinterDetails } from './printer-details.tsx';
import { type PrinterDraft, choiceOf, draftOf } from './printer-draft.ts';
import { PrinterList } from './printer-list.tsx';

/** This ticket alone, on a printer that works; the printer of the desk stays what it is. */
export function RedirectJob(props: { readonly job: PrintJobView; readonly onClose: () => void }): ReactNode {
  const { t, refusal } = useWords();
  const { job, onClose } = props;
  const { data } = useAsk('settings', {});
  const { act, pending } = useDo('redirectPrintJob');
  const [draft, setDraft] = useState<PrinterDraft | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const profiles = data?.profiles ?? [];
  const shown = draft ?? draftOf({ kind: 'none' }, profiles[0]?.id ?? '');
  const choice = choiceOf(shown, data?.printer ?? { kind: 'none' });
  const send = async (): Promise<void> => {
    if (typeof choice === 'string') return;
    const answer = await act({ id: job.id, printer: choice });
    if (answer.ok) return onClose();
    return setRefused(answer.refusal);
  };
  const why =
    typeof choice === 'string'
      ? t(`peripherals.printer.${choice}`)
      : choice.kind === 'none'
        ? t('peripherals.queue.pickPrinter')
        : null;
  return (
    <Dialog
      wide
      title={t('peripherals.queue.redirectTitle', { title: job.title })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={pending} onPress={() => void send()}>
            {t('peripherals.queue.send')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        <p>{t('peripherals.queue.redirectText')}</p>
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <PrinterList working draft={shown} onAim={setDraft} />
        <PrinterDetails draft={shown} profiles={profiles} onChange={(to) => setDraft({ ...shown, ...to })} />
      </div>
    </Dialog>
  );
}
