import { FolderClosed, Usb } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BackupFile } from '#contract/backup.ts';
import { useWords } from '../messages/use-words.ts';
import { Pill } from '../ui/pill.tsx';
import styles from './journal.module.css';
import { sizeOf } from './size-words.ts';

/** A backup as its first line describes it, to be chosen. */
export function BackupRow(props: {
  readonly backup: BackupFile;
  readonly chosen: boolean;
  readonly onChoose: (path: string) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { backup } = props;
  const { unit, size } = sizeOf(backup.sizeBytes);
  return (
    <button
      type="button"
      className={styles['backup']}
      aria-pressed={props.chosen}
      onClick={() => props.onChoose(backup.path)}
    >
      <strong>{t('journal.backups.madeAt', { moment: say.moment(backup.madeAt) })}</strong>
      <Pill tone="off" icon={backup.where === 'drive' ? Usb : FolderClosed}>
        {t(`journal.backups.where.${backup.where}`)}
      </Pill>
      <span>
        {backup.siteName}, {backup.till}, {t(`journal.size.${unit}`, { size: say.number(size) })}
      </span>
      <small>{backup.path}</small>
    </button>
  );
}
