import { HardDriveDownload, HandHelping } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BatchView } from '#contract/exchange.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
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
    <Panel label={t('exchange.detail')}>
      <div className={styles['stack']}>
        <h2 className={styles['title']}>{t('exchange.day', { day: say.day(batch.businessDay) })}</h2>
        <div>
          <StatePill state={state} />
        </div>
        <Meaning batch={batch} />
        {needsHeadquarters(state) && (
          <Notice tone="info">
            {t('exchange.readOut', {
              till: till ?? '',
              number: batch.batchNo,
              state: t(`exchange.state.${state}`),
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
              {t('exchange.save')}
            </Button>
          )}
          {state === 'waiting' && (
            <Button wide icon={<HandHelping size={20} aria-hidden="true" />} onPress={() => setAsking(true)}>
              {t('exchange.handOver')}
            </Button>
          )}
        </div>
        {saved && !asking && <Notice tone="good">{t('exchange.saved', { file: batch.fileName })}</Notice>}
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
        <strong>{t('exchange.demo.kept')}</strong> {t('exchange.demo.text')}
      </p>
    );
  const fault = state === 'waiting' ? faultIn(batch.lastError) : null;
  const expected = state === 'gap' ? batch.answerDetail : null;
  const text = expected
    ? t('exchange.means.gapExpected', { number: expected })
    : t(`exchange.means.${state}.text`);
  return (
    <p>
      <strong>{text}</strong> {fault ? t(`exchange.faultNext.${fault}`) : t(`exchange.means.${state}.next`)}
    </p>
  );
}

function Facts({ batch }: { readonly batch: BatchView }): ReactNode {
  const { t, say } = useWords();
  const kilobytes = Math.max(1, Math.round(batch.sizeBytes / 1024));
  return (
    <dl className={styles['facts']}>
      <dt>{t('exchange.facts.number')}</dt>
      <dd>{say.number(batch.batchNo)}</dd>
      <dt>{t('exchange.facts.file')}</dt>
      <dd>
        {batch.fileName}
        {batch.sizeBytes > 0 && ` (${t('exchange.facts.size', { size: say.number(kilobytes) })})`}
      </dd>
      <dt>{t('exchange.facts.records')}</dt>
      <dd>{say.number(batch.records)}</dd>
      <dt>{t('exchange.facts.closed')}</dt>
      <dd>{say.moment(batch.createdAt)}</dd>
      {batch.lastTryAt && (
        <>
          <dt>{t('exchange.facts.lastTry')}</dt>
          <dd>{say.moment(batch.lastTryAt)}</dd>
        </>
      )}
      {batch.answeredAt && (
        <>
          <dt>{t('exchange.facts.answered')}</dt>
          <dd>{say.moment(batch.answeredAt)}</dd>
        </>
      )}
      {batch.lastError && (
        <>
          <dt>{t('exchange.facts.technical')}</dt>
          <dd lang="en">{batch.lastError}</dd>
        </>
      )}
    </dl>
  );
}
