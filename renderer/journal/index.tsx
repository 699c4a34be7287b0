import { Archive, DatabaseBackup, type LucideIcon, ScrollText, ShieldCheck } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { PartsPanel } from '../ui/parts-panel.tsx';
import { Pill } from '../ui/pill.tsx';
import { ArchivesPart } from './archives-part.tsx';
import { BackupsPart } from './backups-part.tsx';
import { CheckPart } from './check-part.tsx';
import { EventsPart } from './events-part.tsx';
import styles from './journal.module.css';
import { type Part, partAsked, parts } from './parts.ts';

const icons: Readonly<Record<Part, LucideIcon>> = {
  check: ShieldCheck,
  events: ScrollText,
  archives: Archive,
  backups: DatabaseBackup,
};
const bodies: Readonly<Record<Part, ComponentType>> = {
  check: CheckPart,
  events: EventsPart,
  archives: ArchivesPart,
  backups: BackupsPart,
};

/** The till's own record: whether it holds, what it says, and its copies. */
export function JournalScreen(): ReactNode {
  const { t, say } = useWords();
  const { integrity } = useDesk();
  const { place } = useNavigation();
  const [chosen, setChosen] = useState<{ readonly part: Part; readonly from: object } | null>(null);
  // Asked again from the bar while this screen is open: that wish is newer than the choice made here.
  const part = chosen?.from === place ? chosen.part : partAsked(place);
  const Body = bodies[part];
  return (
    <div className={styles['columns']}>
      <PartsPanel
        title={t('journal.title')}
        open={part}
        parts={parts.map((id) => ({
          id,
          icon: icons[id],
          name: t(`journal.parts.${id}`),
          mark: id === 'check' && integrity.unread > 0 && (
            <Pill tone="refuse">{say.number(integrity.unread)}</Pill>
          ),
        }))}
        onOpen={(one) => setChosen({ part: one, from: place })}
      />
      <Body />
    </div>
  );
}
