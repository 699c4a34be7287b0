import { type ReactNode, useState } from 'react';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { DriveChoice } from './drive-choice.tsx';

export function FolderDialog(props: {
  readonly folder: string;
  readonly drives: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('chooseBackupFolder');
  const [folder, setFolder] = useState(props.folder);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const typed = folder.trim();
  const why =
    typed === ''
      ? t('journal.backups.noFolder')
      : typed === props.folder
        ? t('journal.backups.sameFolder')
        : null;
  const choose = async (): Promise<void> => {
    if (why !== null || pending) return;
    const answer = await act({ folder: typed });
    if (!answer.ok) return setRefused(answer.refusal);
    announce('good', { text: t('journal.backups.chosen'), next: t('journal.backups.chosenNext') });
    return props.onClose();
  };
  return (
    <Dialog
      wide
      title={t('journal.backups.chooseTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={pending} onPress={() => void choose()}>
            {t('journal.backups.chooseSave')}
          </Button>
        </>
      }
    >
      <p>{t('journal.backups.chooseText')}</p>
      <DriveChoice drives={props.drives} value={folder} onPick={setFolder} />
      <Field
        focused
        label={t('journal.backups.chooseField')}
        maxLength={1_000}
        value={folder}
        onChange={setFolder}
        onEnter={() => void choose()}
      />
      {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
    </Dialog>
  );
}
