import { type ReactNode, useState } from 'react';
import type { BackupFile } from '#contract/backup.ts';
import { may } from '#domain/roles.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { BackupRow } from './backup-row.tsx';
import styles from './journal.module.css';
import { TrialDialog } from './trial-dialog.tsx';

/** The backups that can be reached now; an administrator can try one. */
export function BackupList(props: {
  readonly backups: readonly BackupFile[];
  readonly busy: boolean;
}): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { backups } = props;
  const [picked, setPicked] = useState<string | null>(null);
  const [trying, setTrying] = useState<BackupFile | null>(null);
  const backup = backups.find(({ path }) => path === picked) ?? null;
  const why = !may(operator, 'admin')
    ? t('journal.adminOnly')
    : backup === null
      ? t('journal.backups.pick')
      : null;
  return (
    <Panel
      flush
      label={t('journal.backups.list')}
      head={<h2 className={styles['title']}>{t('journal.backups.list')}</h2>}
      foot={
        <Button wide big why={why} disabled={props.busy} onPress={() => setTrying(backup)}>
          {t('journal.backups.try')}
        </Button>
      }
    >
      {backups.length === 0 && (
        <div className={styles['aside']}>
          <Notice tone="info">{t('journal.backups.none')}</Notice>
        </div>
      )}
      <ul className={styles['list']}>
        {backups.map((one) => (
          <li key={one.path}>
            <BackupRow backup={one} chosen={one.path === picked} onChoose={setPicked} />
          </li>
        ))}
      </ul>
      {trying && <TrialDialog backup={trying} onClose={() => setTrying(null)} />}
    </Panel>
  );
}
