import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import styles from './training.module.css';

/** Across the top of every screen while nothing is real, with the way out. */
export function TrainingBand(): ReactNode {
  const { t } = useWords();
  const { locked, operator } = useDesk();
  const { announce, announceRefusal } = useAnnouncer();
  const { act, pending } = useDo('stopTraining');
  const stop = async (): Promise<void> => {
    const answer = await act({});
    if (!answer.ok) return announceRefusal(answer.refusal);
    return announce('info', { text: t('training.stopped'), next: t('training.stoppedNext') });
  };
  return (
    <aside className={styles['band']} aria-label={t('training.band')}>
      <p className={styles['words']}>
        <GraduationCap size={22} aria-hidden="true" />
        <strong>{t('training.band')}</strong>
      </p>
      {operator && !locked && (
        <Button disabled={pending} onPress={() => void stop()}>
          {t('training.stop')}
        </Button>
      )}
    </aside>
  );
}
