import { type ReactNode, useState } from 'react';
import type { BackupState } from '#contract/backup.ts';
import { may } from '#domain/roles.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { BackupList } from './backup-list.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import styles from './journal.module.css';
import { useWork } from './use-work.ts';
import { WorkProgress } from './work-progress.tsx';
import { WorkRefused } from './work-refused.tsx';

/** Copies of the whole point: the last one, where they go, and whether one would really come back. */
export function BackupsPart(): ReactNode {
  const { t, refusal } = useWords();
  const { operator } = useDesk();
  // Nothing tells that a USB drive was plugged in: it is looked for.
  const asked = useAsk('backups', {}, { pollMs: 5_000 });
  const make = useDo('makeBackup');
  const work = useWork(make.pending);
  const [made, setMade] = useState<BackupState['last']>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [choosing, setChoosing] = useState(false);
  const busy = make.pending || work !== null;
  const state = asked.data;
  const backUp = async (): Promise<void> => {
    setMade(null);
    setRefused(null);
    const answer = await make.act({});
    if (answer.ok) setMade(answer.value.last);
    else setRefused(answer.refusal);
  };
  return (
    <div className={styles['two']}>
      <Panel
        label={t('journal.parts.backups')}
        head={<h2 className={styles['title']}>{t('journal.parts.backups')}</h2>}
        foot={
          <div className={styles['column']}>
            {busy && <WorkProgress kind={make.pending ? 'backup' : null} work={work} />}
            <div className={styles['acts']}>
              <Button
                big
                why={may(operator, 'admin') ? null : t('journal.adminOnly')}
                disabled={busy || !state}
                onPress={() => setChoosing(true)}
              >
                {t('journal.backups.choose')}
              </Button>
              <Button big kind="primary" disabled={busy} onPress={() => void backUp()}>
                {t('journal.backups.now')}
              </Button>
            </div>
          </div>
        }
      >
        <div className={styles['stack']}>
          <p>{t('journal.backups.intro')}</p>
          {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
          {refused && <WorkRefused refused={refused} />}
          {made && (
            <Notice
              live
              tone="good"
              sentence={{
                text: t('journal.backups.done'),
                next: t(made.onDrive ? 'journal.backups.doneOnDrive' : 'journal.backups.doneInFolder'),
              }}
            />
          )}
          {state && <Standing state={state} />}
        </div>
      </Panel>
      <BackupList backups={state?.backups ?? []} busy={busy} />
      {choosing && state && (
        <FolderDialog folder={state.folder} drives={state.drives} onClose={() => setChoosing(false)} />
      )}
    </div>
  );
}

function Standing({ state }: { readonly state: BackupState }): ReactNode {
  const { t, say } = useWords();
  const { last, problem, drives, folder } = state;
  return (
    <>
      {problem && (
        <Notice
          tone="refuse"
          sentence={{
            text: t(`journal.backups.problems.${problem}.text`),
            next: t(`journal.backups.problems.${problem}.next`),
          }}
        />
      )}
      {!last && (
        <Notice
          tone="warn"
          sentence={{ text: t('journal.backups.never'), next: t('journal.backups.neverNext') }}
        />
      )}
      <dl className={styles['facts']}>
        {last && (
          <>
            <dt>{t('journal.backups.last')}</dt>
            <dd>
              {t(last.onDrive ? 'journal.backups.lastOnDrive' : 'journal.backups.lastInFolder', {
                moment: say.moment(last.at),
              })}
            </dd>
          </>
        )}
        <dt>{t('journal.backups.folder')}</dt>
        <dd>
          <code>{folder}</code>
        </dd>
        {drives.length > 0 && (
          <>
            <dt>{t('journal.backups.drives')}</dt>
            <dd>{drives.join(', ')}</dd>
          </>
        )}
      </dl>
      {drives.length === 0 && (
        <Notice
          tone="info"
          sentence={{ text: t('journal.backups.noDrive'), next: t('journal.backups.noDriveNext') }}
        />
      )}
    </>
  );
}
