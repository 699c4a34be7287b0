import type { ReactNode } from 'react';
import type { BackupTrial } from '#contract/backup.ts';
import { defectText } from '../messages/defects.ts';
import { useWords } from '../messages/use-words.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './journal.module.css';

/** What a backup holds, seen by opening it, and whether its journal is whole. */
export function TrialFindings({ trial }: { readonly trial: BackupTrial }): ReactNode {
  const { t, say } = useWords();
  const { defects } = trial;
  return (
    <>
      <h3 className={styles['sub']}>{t('journal.trial.found')}</h3>
      <dl className={styles['facts']}>
        <dt>{t('journal.trial.site')}</dt>
        <dd>{trial.siteName}</dd>
        <dt>{t('journal.trial.till')}</dt>
        <dd>{trial.till}</dd>
        <dt>{t('journal.trial.madeAt')}</dt>
        <dd>{say.moment(trial.madeAt)}</dd>
        <dt>{t('journal.trial.lastDay')}</dt>
        <dd>{trial.lastBusinessDay ? say.longDay(trial.lastBusinessDay) : t('journal.trial.noDay')}</dd>
        <dt>{t('journal.trial.sales')}</dt>
        <dd>{say.number(trial.sales)}</dd>
        <dt>{t('journal.trial.persons')}</dt>
        <dd>{say.number(trial.persons)}</dd>
        <dt>{t('journal.trial.records')}</dt>
        <dd>{say.number(trial.records)}</dd>
      </dl>
      {defects.length === 0 ? (
        <Notice
          live
          tone="good"
          sentence={{ text: t('journal.trial.holds'), next: t('journal.trial.holdsNext') }}
        />
      ) : (
        <Notice
          live
          tone="warn"
          sentence={{
            text: t('journal.trial.breaks', { count: defects.length }),
            next: t('journal.trial.breaksNext'),
          }}
        >
          <ul className={styles['files']}>
            {defects.map((defect) => (
              <li key={JSON.stringify(defect)}>{defectText(defect, say)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
