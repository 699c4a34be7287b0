import type { ReactNode } from 'react';
import type { WorkView } from '#contract/work.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Progress } from '../ui/progress.tsx';
import styles from './journal.module.css';

/** What a long piece of work is doing and how far it is, with the way to stop it safely. */
export function WorkProgress(props: {
  /** What was asked for here; null for what somebody else began. */
  readonly kind: WorkView['kind'] | null;
  /** Null until the application says how far it is: only then can it be stopped. */
  readonly work: WorkView | null;
}): ReactNode {
  const { t } = useWords();
  const { announceRefusal } = useAnnouncer();
  const { act, pending } = useDo('cancelWork');
  const { work } = props;
  const kind = props.kind ?? work?.kind;
  const words = kind ? t(`journal.work.${kind}`) : '';
  const cancel = async (): Promise<void> => {
    const answer = await act({});
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  return (
    <div className={styles['work']}>
      <p role="status">
        <strong>{words}</strong> {t('journal.work.stay')}
      </p>
      <div className={styles['bar']}>
        <Progress label={words} done={work?.done ?? 0} total={work?.total ?? 0} />
        {work && (
          <Button disabled={pending} onPress={() => void cancel()}>
            {t('ui.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
