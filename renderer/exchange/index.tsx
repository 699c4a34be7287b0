import { type ReactNode, useState } from 'react';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { useBroughtIn } from '../ui/use-brought-in.ts';
import { BatchCard } from './batch-card.tsx';
import { BatchRow } from './batch-row.tsx';
import { firstToLookAt } from './batch-words.ts';
import styles from './exchange.module.css';
import { ExchangePanel } from './exchange-panel.tsx';

/** "Journées à envoyer": one row a day, none ever hidden, each with what became of it. */
export function BatchesScreen(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('batches', {}, { pollMs: 60_000 });
  const [chosen, setChosen] = useState<number | null>(null);
  const batches = asked.data ?? [];
  const batch = batches.find((one) => one.batchNo === chosen) ?? firstToLookAt(batches);
  const detail = useBroughtIn(chosen);
  return (
    <div className={styles['columns']}>
      <ExchangePanel batches={batches} />
      <Panel flush label={t('exchange.list')}>
        {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
        {asked.data?.length === 0 && (
          <div className={styles['empty']}>
            <Notice tone="info">{t('exchange.none')}</Notice>
          </div>
        )}
        <ul className={styles['list']}>
          {batches.map((one) => (
            <li key={one.batchNo}>
              <BatchRow batch={one} chosen={one.batchNo === batch?.batchNo} onChoose={setChosen} />
            </li>
          ))}
        </ul>
      </Panel>
      <div className={styles['detail']} ref={detail}>
        {batch ? (
          <BatchCard key={batch.batchNo} batch={batch} />
        ) : (
          <Panel label={t('exchange.detail')}>
            <p className={styles['soft']}>{t('exchange.howStick')}</p>
          </Panel>
        )}
      </div>
    </div>
  );
}
