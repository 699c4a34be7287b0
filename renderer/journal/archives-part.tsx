import { FolderCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ArchiveView } from '#contract/archive.ts';
import { useAsk, useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ArchiveList } from './archive-list.tsx';
import { InspectionDialog } from './inspection-dialog.tsx';
import styles from './journal.module.css';
import { PeriodList } from './period-list.tsx';
import { useWork } from './use-work.ts';
import { WorkProgress } from './work-progress.tsx';
import { WorkRefused } from './work-refused.tsx';

/** Signed copies of the journal, a month or a year at a time, and everything at once for an inspection. */
export function ArchivesPart(): ReactNode {
  const { t, refusal } = useWords();
  const asked = useAsk('archives', {});
  const { data: backups } = useAsk('backups', {}, { pollMs: 5_000 });
  const make = useDo('makeArchive');
  const work = useWork(make.pending);
  const [folder, setFolder] = useState('');
  const [made, setMade] = useState<ArchiveView | null>(null);
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const [inspecting, setInspecting] = useState(false);
  const drives = backups?.drives ?? [];
  const chosen = drives.includes(folder) ? folder : '';
  const busy = make.pending || work !== null;
  const archive = async (period: string): Promise<void> => {
    setMade(null);
    setRefused(null);
    const answer = await make.act({ period, folder: chosen || null });
    if (answer.ok) setMade(answer.value);
    else setRefused(answer.refusal);
  };
  const { data } = asked;
  return (
    <div className={styles['two']}>
      <Panel
        label={t('journal.archives.periods')}
        head={<h2 className={styles['title']}>{t('journal.parts.archives')}</h2>}
        foot={busy && <WorkProgress kind={make.pending ? 'archive' : null} work={work} />}
      >
        <div className={styles['stack']}>
          <p>{t('journal.archives.intro')}</p>
          {asked.error?.refusal && <Notice tone="refuse" sentence={refusal(asked.error.refusal)} />}
          {refused && <WorkRefused refused={refused} />}
          {made && (
            <Notice
              live
              tone="good"
              sentence={{
                text: t('journal.archives.done', { file: made.fileName }),
                next: t('journal.archives.doneNext', { folder: made.folder }),
              }}
            />
          )}
          {drives.length > 0 && (
            <Choice
              legend={t('journal.archives.where')}
              options={[
                { id: '', label: t('journal.archives.usual') },
                ...drives.map((drive) => ({ id: drive, label: drive })),
              ]}
              value={chosen}
              onPick={setFolder}
            />
          )}
          {data && (
            <PeriodList periods={data.periods} busy={busy} onMake={(period) => void archive(period)} />
          )}
        </div>
      </Panel>
      <ArchiveList
        archives={data?.archives ?? []}
        foot={
          <div className={styles['column']}>
            <Button wide disabled={busy} onPress={() => void archive('all')}>
              {t('journal.archives.all')}
            </Button>
            <Button
              wide
              icon={<FolderCheck size={20} aria-hidden="true" />}
              onPress={() => setInspecting(true)}
            >
              {t('journal.inspection.button')}
            </Button>
          </div>
        }
      />
      {inspecting && <InspectionDialog drives={drives} onClose={() => setInspecting(false)} />}
    </div>
  );
}
