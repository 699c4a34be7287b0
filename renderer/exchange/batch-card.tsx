import { HardDriveDownload, HandHelping } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BatchView } from '#contract/exchange.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatePill } from './batch-row.tsx';
import { faultIn, isOnItsWay, needsHeadquarters } from './batch-words.ts';
import styles from './exchange.module.css';
import { bytesOf, saveFile } from '../ui/files.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { useSendsNothing } from './use-sends-nothing.ts';

/** One day: what its state means, what to do, and what to read out on the telephone. */
export function BatchCard({ batch }: { readonly batch: BatchView }): ReactNode {
  const { t, say, refusal } = useWords();
  const { till } = useDesk();
  const file = useDo('batchFile');
  const [saved, setSaved] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { state } = batch;
  const save = async (): Promise<void> => {
    const answer = await file.act({ batchNo: batch.batchNo });
    setRefused(answer.ok ? null : answer.refusal);
    if (!answer.ok) return;
    saveFile(answer.value.fileName, bytesOf(answer.value.base64));
    setSaved(true);
    setAsking(state === 'waiting');
  };
  return (
    <Panel label={t('batches.detail')}>
      <div className={styles['stack']}>
        <h2 className={styles['title']}>{t('batches.day', { day: say.day(batch.businessDay) })}</h2>
        <div>
          <StatePill state={state} />
        </div>
        <Meaning batch={batch} />
        {needsHeadquarters(state) && (
          <Notice tone="info">
            {t('batches.readOut', {
              till: till ?? '',
              number: batch.batchNo,
              state: t(`batches.state.${state}`),
            })}
          </Notice>
        )}
        <div className={styles['acts']}>
          {state !== 'accepted' && (
            <Button
              wide
              icon={<HardDriveDownload size={20} aria-hidden="true" />}
              disabled={file.pending}
              onPress={() => void save()}
            >
              {t('batches.save')}
            </Button>
          )}
          {state === 'waiting' && (
            <Button wide icon={<HandHelping size={20} aria-hidden="true" />} onPress={() => setAsking(true)}>
              {t('batches.handOver')}
            </Button>
          )}
        </div>
        {saved && !asking && <Notice tone="good">{t('batches.saved', { file: batch.fileName })}</Notice>}
        {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        <Facts batch={batch} />
      </div>
      {asking && <HandOverDialog batch={batch} saved={saved} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function Meaning({ batch }: { readonly batch: BatchView }): ReactNode {
  const { t } = useWords();
  const sendsNothing = useSendsNothing();
  const { state } = batch;
  if (sendsNothing && isOnItsWay(state))
    return (
      <p>
        <strong>{t('batches.demo.kept')}</strong> {t('batches.demo.text')}
      </p>
    );
  const fault = state === 'waiting' ? faultIn(batch.lastError) : null;
  const expected = state === 'gap' ? batch.answerDetail : null;
  const text = expected
    ? t('batches.means.gapExpected', { number: expected })
    : t(`batches.means.${state}.text`);
  return (
    <p>
      <strong>{text}</strong> {fault ? t(`batches.faultNext.${fault}`) : t(`batches.means.${state}.next`)}
    </p>
  );
}

function Facts({ batch }: { readonly batch: BatchView }): ReactNode {
  const { t, say } = useWords();
  const kilobytes = Math.max(1, Math.round(batch.sizeBytes / 1024));
  return (
    <dl className={styles['facts']}>
      <dt>{t('batches.facts.number')}</dt>
      <dd>{say.number(batch.batchNo)}</dd>
      <dt>{t('batches.facts.file')}</dt>
      <dd>
        {batch.fileName}
        {batch.sizeBytes > 0 && ` (${t('batches.facts.size', { size: say.number(kilobytes) })})`}
      </dd>
      <dt>{t('batches.facts.records')}</dt>
      <dd>{say.number(batch.records)}</dd>
      <dt>{t('batches.facts.closed')}</dt>
      <dd>{say.moment(batch.createdAt)}</dd>
      {batch.lastTryAt && (
        <>
          <dt>{t('batches.facts.lastTry')}</dt>
          <dd>{say.moment(batch.lastTryAt)}</dd>
        </>
      )}
      {batch.answeredAt && (
        <>
          <dt>{t('batches.facts.answered')}</dt>
          <dd>{say.moment(batch.answeredAt)}</dd>
        </>
      )}
      {batch.lastError && (
        <>
          <dt>{t('batches.facts.technical')}</dt>
          <dd lang="en">{batch.lastError}</dd>
        </>
      )}
    </dl>
  );
}
