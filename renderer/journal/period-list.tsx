import { CalendarCheck, CircleCheck, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArchiveChoices } from '#contract/archive.ts';
import { periodWords } from '../messages/period.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Pill } from '../ui/pill.tsx';
import styles from './journal.module.css';

type Period = ArchiveChoices['periods'][number];

/** Months and years, the newest first; the first that is over and kept nowhere yet is the next step. */
export function PeriodList(props: {
  readonly periods: readonly Period[];
  readonly busy: boolean;
  readonly onMake: (period: string) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { periods, busy, onMake } = props;
  const next = periods.find(({ complete, archived }) => complete && !archived)?.period;
  if (periods.length === 0) return <Notice tone="info">{t('journal.archives.nonePeriod')}</Notice>;
  return (
    <ul className={styles['list']}>
      {periods.map((one) => {
        const words = periodWords(one.period, say, t('journal.archives.everything'));
        return (
          <li key={one.period} className={styles['row']}>
            <strong className={styles['name']}>{words}</strong>
            <PeriodPill period={one} />
            <Button
              kind={one.period === next ? 'primary' : 'plain'}
              label={t('journal.archives.makeLabel', { period: words })}
              disabled={busy}
              onPress={() => onMake(one.period)}
            >
              {t('journal.archives.make')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function PeriodPill({ period }: { readonly period: Period }): ReactNode {
  const { t } = useWords();
  if (period.archived)
    return (
      <Pill tone="good" icon={CircleCheck}>
        {t('journal.archives.archived')}
      </Pill>
    );
  return (
    <Pill tone={period.complete ? 'warn' : 'off'} icon={period.complete ? CalendarCheck : Clock}>
      {t(period.complete ? 'journal.archives.closed' : 'journal.archives.running')}
    </Pill>
  );
}
