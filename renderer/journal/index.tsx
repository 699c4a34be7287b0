import { Archive, DatabaseBackup, ScrollText, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { PartsScreen } from '../app/parts-screen.tsx';
import { useWords } from '../messages/use-words.ts';
import { Pill } from '../ui/pill.tsx';
import { ArchivesPart } from './archives-part.tsx';
import { BackupsPart } from './backups-part.tsx';
import { CheckPart } from './check-part.tsx';
import { EventsPart } from './events-part.tsx';

const parts = [
  { id: 'check', icon: ShieldCheck, role: 'manager', body: CheckPart },
  { id: 'events', icon: ScrollText, role: 'manager', body: EventsPart },
  { id: 'archives', icon: Archive, role: 'manager', body: ArchivesPart },
  { id: 'backups', icon: DatabaseBackup, role: 'manager', body: BackupsPart },
] as const;

/** The till's own record: whether it holds, what it says, and its copies. */
export function JournalScreen(): ReactNode {
  const { t, say } = useWords();
  const { integrity } = useDesk();
  const { place } = useNavigation();
  return (
    <PartsScreen
      title={t('journal.title')}
      asked={place.at === 'journal' ? (place.part ?? null) : null}
      parts={parts.map((part) => ({
        ...part,
        name: t(`journal.parts.${part.id}`),
        mark: part.id === 'check' && integrity.unread > 0 && (
          <Pill tone="refuse">{say.number(integrity.unread)}</Pill>
        ),
      }))}
    />
  );
}
