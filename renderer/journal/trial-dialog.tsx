import { type ReactNode, useState } from 'react';
import type { BackupFile, BackupTrial } from '#contract/backup.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { KeyField } from './key-field.tsx';
import { keyTyped } from './recovery-key.ts';
import { TrialFindings } from './trial-findings.tsx';
import { useWork } from './use-work.ts';
import { WorkProgress } from './work-progress.tsx';
import { WorkRefused } from './work-refused.tsx';

/** Opens a backup apart and says what it holds. The till's own key is tried first; the paper one only if need be. */
export function TrialDialog(props: { readonly backup: BackupFile; readonly onClose: () => void }): ReactNode {
  const { t, say } = useWords();
  const { backup, onClose } = props;
  const { act, pending } = useDo('tryBackup');
  const work = useWork(pending);
  const [text, setText] = useState('');
  const [keyNeeded, setKeyNeeded] = useState(false);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [trial, setTrial] = useState<BackupTrial | null>(null);
  const busy = pending || work !== null;
  const typed = keyTyped(text);
  const why =
    keyNeeded && typed.fault ? t(`journal.trial.keyState.${typed.fault}`, { count: typed.off }) : null;
  const attempt = async (): Promise<void> => {
    if (why !== null || busy) return;
    setRefused(null);
    const answer = await act({ path: backup.path, recoveryKey: keyNeeded ? typed.key : null });
    if (answer.ok) return setTrial(answer.value);
    if (answer.refusal.kind === 'recovery-key-needed' || answer.refusal.kind === 'recovery-key-wrong')
      setKeyNeeded(true);
    return setRefused(answer.refusal);
  };
  return (
    <Dialog
      wide
      title={t('journal.trial.title')}
      onClose={onClose}
      actions={
        trial ? (
          <Button kind="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose} shortcut="Escape">
              {t('ui.back')}
            </Button>
            <Button kind="primary" why={why} disabled={busy} onPress={() => void attempt()}>
              {t('journal.trial.go')}
            </Button>
          </>
        )
      }
    >
      {trial ? (
        <TrialFindings trial={trial} />
      ) : (
        <>
          <p>
            <strong>{t('journal.backups.madeAt', { moment: say.moment(backup.madeAt) })}</strong>
          </p>
          <p>{t('journal.trial.text')}</p>
          {keyNeeded && <KeyField text={text} onChange={setText} onEnter={() => void attempt()} />}
          {refused && <WorkRefused refused={refused} />}
          {busy && <WorkProgress kind={pending ? 'trial' : null} work={work} />}
        </>
      )}
    </Dialog>
  );
}
