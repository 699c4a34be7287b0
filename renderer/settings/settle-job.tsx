import { type ReactNode, useState } from 'react';
import type { Input } from '#contract/ipc.ts';
import type { PrintJobView } from '#contract/settings.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './settings.module.css';

/** The operator looks at the printer and says; nothing is ever printed twice by itself. */
export function SettleJob({ job }: { readonly job: PrintJobView }): ReactNode {
  const { t, refusal } = useWords();
  const { act, pending } = useDo('settlePrintJob');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const settle = async (as: Input<'settlePrintJob'>['as']): Promise<void> => {
    const answer = await act({ id: job.id, as });
    setRefused(answer.ok ? null : answer.refusal);
  };
  const notice = refused && <Notice tone="refuse" sentence={refusal(refused)} live />;
  if (job.state === 'queued')
    return (
      <div className={styles['settle']}>
        <p>{t('settings.queue.waits')}</p>
        <Button wide kind="refuse" disabled={pending} onPress={() => void settle('drop')}>
          {t('settings.queue.drop')}
        </Button>
        {notice}
      </div>
    );
  if (job.state !== 'ask' && job.state !== 'failed') return <p>{t(`settings.queue.means.${job.state}`)}</p>;
  return (
    <div className={styles['settle']}>
      <h2>{t('settings.queue.question')}</h2>
      <Button big wide kind="primary" disabled={pending} onPress={() => void settle('consider-printed')}>
        {t('settings.queue.cameOut')}
      </Button>
      <Button wide disabled={pending} onPress={() => void settle('print-again')}>
        {t('settings.queue.again')}
      </Button>
      <Button wide kind="refuse" disabled={pending} onPress={() => void settle('drop')}>
        {t('settings.queue.drop')}
      </Button>
      {notice}
    </div>
  );
}
