import { type ReactNode, useState } from 'react';
import type { BackupFile, BackupTrial } from '#contract/backup.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { KeyField } from '../journal/key-field.tsx';
import { keyTyped } from '../journal/recovery-key.ts';
import { useWork } from '../journal/use-work.ts';
import { WorkProgress } from '../journal/work-progress.tsx';
import { WorkRefused } from '../journal/work-refused.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from './set-up.module.css';

/** The recovery key, and a first look inside: nothing is put in place yet. */
export function TryBackup(props: {
  readonly backup: BackupFile;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onTried: (trial: BackupTrial) => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { backup, text } = props;
  const { act, pending } = useDo('tryBackup');
  const work = useWork(pending);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const { key, fault, off } = keyTyped(text);
  const why = fault && t(`journal.trial.keyState.${fault}`, { count: off });
  const attempt = async (): Promise<void> => {
    if (fault !== null || pending) return;
    setRefused(null);
    const answer = await act({ path: backup.path, recoveryKey: key });
    if (answer.ok) props.onTried(answer.value);
    else setRefused(answer.refusal);
  };
  return (
    <>
      <h2>{t('setUp.restore.keyTitle')}</h2>
      <p>
        <strong>{t('journal.backups.madeAt', { moment: say.moment(backup.madeAt) })}</strong>,{' '}
        {backup.siteName}, {backup.till}
      </p>
      <p>{t('setUp.restore.keyText')}</p>
      <KeyField text={text} onChange={props.onType} onEnter={() => void attempt()} />
      {refused && <WorkRefused refused={refused} />}
      {pending && <WorkProgress kind="trial" work={work} />}
      <div className={styles['acts']}>
        <Button big disabled={pending} onPress={props.onBack} shortcut="Escape">
          {t('ui.back')}
        </Button>
        <Button big kind="primary" why={why} disabled={pending} onPress={() => void attempt()}>
          {t('setUp.restore.try')}
        </Button>
      </div>
    </>
  );
}
