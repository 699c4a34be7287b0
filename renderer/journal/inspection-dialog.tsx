import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/ipc.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { DriveChoice } from './drive-choice.tsx';
import styles from './journal.module.css';
import { useWork } from './use-work.ts';
import { WorkProgress } from './work-progress.tsx';
import { WorkRefused } from './work-refused.tsx';

/** Everything an inspector asks for, in one folder; then how to hand it over. */
export function InspectionDialog(props: {
  readonly drives: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { onClose } = props;
  const { act, pending } = useDo('makeInspection');
  const work = useWork(pending);
  const [folder, setFolder] = useState('');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [written, setWritten] = useState<Output<'makeInspection'> | null>(null);
  const busy = pending || work !== null;
  const why = folder.trim() === '' ? t('journal.inspection.noFolder') : null;
  const make = async (): Promise<void> => {
    if (why !== null || busy) return;
    setRefused(null);
    const answer = await act({ folder: folder.trim() });
    if (answer.ok) setWritten(answer.value);
    else setRefused(answer.refusal);
  };
  if (written) return <HandOver written={written} onClose={onClose} />;
  return (
    <Dialog
      wide
      title={t('journal.inspection.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button kind="primary" why={why} disabled={busy} onPress={() => void make()}>
            {t('journal.inspection.make')}
          </Button>
        </>
      }
    >
      <p>{t('journal.inspection.text')}</p>
      <DriveChoice drives={props.drives} value={folder} onPick={setFolder} />
      <Field
        focused
        label={t('journal.inspection.folder')}
        hint={t('journal.inspection.folderHint')}
        maxLength={1_000}
        value={folder}
        onChange={setFolder}
        onEnter={() => void make()}
      />
      {refused && <WorkRefused refused={refused} />}
      {busy && <WorkProgress kind={pending ? 'inspection' : null} work={work} />}
    </Dialog>
  );
}

function HandOver(props: {
  readonly written: Output<'makeInspection'>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { folder, files } = props.written;
  const explains = files.find((file) => /lisez|readme/i.test(file));
  return (
    <Dialog
      wide
      title={t('journal.inspection.title')}
      onClose={props.onClose}
      actions={
        <Button kind="primary" onPress={props.onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <Notice
        live
        tone="good"
        sentence={{
          text: t('journal.inspection.done', { folder }),
          next: t('journal.inspection.doneNext'),
        }}
      />
      <h3 className={styles['sub']}>{t('journal.inspection.howTitle')}</h3>
      <ol className={styles['steps']}>
        <li>{t('journal.inspection.how1')}</li>
        {explains && <li>{t('journal.inspection.how2', { file: explains })}</li>}
        <li>{t('journal.inspection.how3')}</li>
      </ol>
      <h3 className={styles['sub']}>{t('journal.inspection.files')}</h3>
      <ul className={styles['files']}>
        {files.map((file) => (
          <li key={file}>
            <code>{file}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
