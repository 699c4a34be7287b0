import { type ReactNode, useState } from 'react';
import type { Input } from '#contract/ipc.ts';
import type { PrintJobView } from '#contract/printing.ts';
import { may } from '#domain/roles.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from '../peripherals/peripherals.module.css';
import { RedirectJob } from './redirect-job.tsx';

const isGone: ReadonlySet<PrintJobView['state']> = new Set(['printed', 'unconfirmed']);

/** The operator looks at the printer and says; nothing is ever printed twice by itself. */
export function SettleJob({ job }: { readonly job: PrintJobView }): ReactNode {
  const { t, refusal } = useWords();
  const { operator } = useDesk();
  const { act, pending } = useDo('settlePrintJob');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const settle = async (as: Input<'settlePrintJob'>['as']): Promise<void> => {
    const answer = await act({ id: job.id, as });
    setRefused(answer.ok ? null : answer.refusal);
  };
  const [redirecting, setRedirecting] = useState(false);
  const asks = job.state === 'ask' || job.state === 'failed';
  if (!asks && job.state !== 'queued')
    return (
      <>
        <p>{t(`peripherals.queue.means.${job.state}`)}</p>
        {job.isTicket && isGone.has(job.state) && <p>{t('peripherals.queue.duplicate')}</p>}
      </>
    );
  return (
    <div className={styles['settle']}>
      {asks ? (
        <>
          <h2>{t('peripherals.queue.question')}</h2>
          <Button big wide kind="primary" disabled={pending} onPress={() => void settle('consider-printed')}>
            {t('peripherals.queue.cameOut')}
          </Button>
          <Button wide disabled={pending} onPress={() => void settle('print-again')}>
            {t('peripherals.queue.again')}
          </Button>
        </>
      ) : (
        <p>{t('peripherals.queue.waits')}</p>
      )}
      {may(operator, 'seller') && (
        <Button wide disabled={pending} onPress={() => setRedirecting(true)}>
          {t('peripherals.queue.redirect')}
        </Button>
      )}
      <Button wide kind="refuse" disabled={pending} onPress={() => void settle('drop')}>
        {t('peripherals.queue.drop')}
      </Button>
      {redirecting && <RedirectJob job={job} onClose={() => setRedirecting(false)} />}
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </div>
  );
}
