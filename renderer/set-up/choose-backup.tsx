import { type ReactNode, useState } from 'react';
import type { BackupFile } from '#contract/backup.ts';
import { useAsk } from '../api/api.tsx';
import { BackupRow } from '../journal/backup-row.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './set-up.module.css';

/** The backups on the drives that are plugged in, and in a folder that is typed. */
export function ChooseBackup(props: {
  readonly backup: BackupFile | null;
  readonly onChoose: (backup: BackupFile) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { backup } = props;
  const [typed, setTyped] = useState('');
  const [folder, setFolder] = useState<string | null>(null);
  const { data: found, error, isFetching, refetch } = useAsk('findBackups', { folder });
  const search = (): void => {
    const wanted = typed.trim() || null;
    if (wanted === folder) void refetch();
    else setFolder(wanted);
  };
  return (
    <>
      <h2>{t('setUp.restore.chooseTitle')}</h2>
      <p>{t('setUp.restore.chooseText')}</p>
      {error?.refusal && <Notice tone="refuse" sentence={refusal(error.refusal)} live />}
      {isFetching && (
        <Notice tone="info" live>
          {t('setUp.restore.searching')}
        </Notice>
      )}
      {!isFetching && found?.length === 0 && (
        <Notice
          live
          tone="warn"
          sentence={{ text: t('setUp.restore.none'), next: t('setUp.restore.noneNext') }}
        />
      )}
      {found && found.length > 0 && (
        <ul className={styles['backups']} aria-label={t('setUp.restore.found')}>
          {found.map((one) => (
            <li key={one.path}>
              <BackupRow
                backup={one}
                chosen={one.path === backup?.path}
                onChoose={() => props.onChoose(one)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles['folder']}>
        <Field
          label={t('setUp.restore.folder')}
          maxLength={1_000}
          value={typed}
          onChange={setTyped}
          onEnter={search}
        />
        <Button disabled={isFetching} onPress={search}>
          {t(typed.trim() === '' ? 'setUp.restore.again' : 'setUp.restore.search')}
        </Button>
      </div>
      <div className={styles['acts']}>
        <Button big onPress={props.onBack} shortcut="Escape">
          {t('ui.back')}
        </Button>
        <Button big kind="primary" why={backup ? null : t('setUp.restore.noChoice')} onPress={props.onNext}>
          {t('ui.next')}
        </Button>
      </div>
    </>
  );
}
