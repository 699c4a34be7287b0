import { CircleCheckBig, CloudCheck, CloudUpload } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClosedDay } from '#contract/closing.ts';
import type { BatchView } from '#contract/exchange.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useDesk } from '../app/desk.tsx';
import { isOffered } from '../app/screen-for.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import styles from './closing.module.css';

/** The last words of a day: its number, where its file is, and that one may go home. */
export function ClosedCard({ day }: { readonly day: ClosedDay }): ReactNode {
  const { t, say } = useWords();
  const desk = useDesk();
  const { go } = useNavigation();
  const signOut = useDo('signOut');
  const stopTraining = useDo('stopTraining');
  const { data: batches } = useAsk('batches', {});
  const batch = batches?.find((one) => one.batchNo === day.batchNo);
  return (
    <div className={styles['closed']}>
      <Panel
        label={t('closing.closed.label')}
        foot={
          <div className={styles['buttons']}>
            {isOffered(desk, 'batches') && (
              <Button big onPress={() => go({ at: 'batches' })}>
                {t('closing.closed.seeDays')}
              </Button>
            )}
            <Button
              big
              wide
              kind="primary"
              disabled={signOut.pending || stopTraining.pending}
              onPress={() => void (desk.training ? stopTraining : signOut).act({})}
            >
              {t(desk.training ? 'training.stop' : 'closing.closed.signOut')}
            </Button>
          </div>
        }
      >
        <div className={styles['done']}>
          <CircleCheckBig size={52} aria-hidden="true" />
          <h1>{t('closing.closed.title', { day: say.day(day.businessDay) })}</h1>
          <p className={styles['z']}>{t('closing.closed.z', { number: day.number })}</p>
          <dl className={styles['facts']} data-size="large">
            <div>
              <dt>{t('closing.day.total')}</dt>
              <dd>{say.money(day.totals.totalCents)}</dd>
            </div>
            <div data-tone="accent">
              <dt>{t('closing.day.saving')}</dt>
              <dd>{say.money(day.totals.savingCents)}</dd>
            </div>
            <div>
              <dt>{t('closing.closed.batch')}</dt>
              <dd className={styles['file']}>{day.batchFile}</dd>
            </div>
          </dl>
          <Sending batch={batch} />
          {desk.backupProblem && !desk.training ? (
            <Notice
              tone="warn"
              live
              sentence={{ text: t('closing.closed.noBackup'), next: t('closing.closed.noBackupNext') }}
            />
          ) : (
            <p className={styles['lastWords']}>{t('closing.closed.lastWords')}</p>
          )}
        </div>
      </Panel>
      <Panel label={t('closing.closed.preview')}>
        <TicketPreview document={day.document} />
      </Panel>
    </div>
  );
}

function Sending({ batch }: { readonly batch: BatchView | undefined }): ReactNode {
  const { t } = useWords();
  const { demo } = useDesk();
  const received = batch?.state === 'accepted';
  const trouble = batch !== undefined && !['accepted', 'waiting', 'handed-over'].includes(batch.state);
  if (trouble)
    return (
      <Notice
        tone="warn"
        live
        sentence={{ text: t('closing.closed.trouble'), next: t('closing.closed.troubleNext') }}
      />
    );
  return (
    <p className={styles['sending']} role="status">
      {received ? <CloudCheck size={24} aria-hidden="true" /> : <CloudUpload size={24} aria-hidden="true" />}
      {received
        ? t('closing.closed.received')
        : demo
          ? t('closing.closed.demo')
          : t('closing.closed.waiting')}
    </p>
  );
}
