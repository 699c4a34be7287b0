import { type ReactNode, useState } from 'react';
import type { BackupFile, BackupTrial } from '#contract/backup.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { keyTyped } from '../journal/recovery-key.ts';
import { TrialFindings } from '../journal/trial-findings.tsx';
import { useWork } from '../journal/use-work.ts';
import { WorkProgress } from '../journal/work-progress.tsx';
import { WorkRefused } from '../journal/work-refused.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './set-up.module.css';

/** What the backup holds, and the one press that puts it in place; the sign-in of its team then comes by itself. */
export function RestorePoint(props: {
  readonly backup: BackupFile;
  readonly keyText: string;
  readonly trial: BackupTrial;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('restoreBackup');
  const work = useWork(pending);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const restore = async (): Promise<void> => {
    if (pending) return;
    setRefused(null);
    const answer = await act({ path: props.backup.path, recoveryKey: keyTyped(props.keyText).key });
    if (!answer.ok) return setRefused(answer.refusal);
    return announce('good', { text: t('setUp.restore.done'), next: t('setUp.restore.doneNext') });
  };
  return (
    <>
      <h2>{t('setUp.restore.pointTitle')}</h2>
      <TrialFindings trial={props.trial} />
      <Notice tone="info">{t('setUp.restore.pointText')}</Notice>
      {refused && <WorkRefused refused={refused} />}
      {pending && <WorkProgress kind="restore" work={work} />}
      <div className={styles['acts']}>
        <Button big disabled={pending} onPress={props.onBack} shortcut="Escape">
          {t('ui.back')}
        </Button>
        <Button big kind="primary" disabled={pending} onPress={() => void restore()}>
          {t('setUp.restore.go')}
        </Button>
      </div>
    </>
  );
}
