import { Archive, DatabaseBackup, type LucideIcon, ScrollText, ShieldCheck } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../ui/panel.tsx';
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
      <Panel
        flush
        label={t('journal.title')}
        head={<h1 className={styles['title']}>{t('journal.title')}</h1>}
      >
        <nav aria-label={t('journal.title')}>
          {parts.map((one) => {
            const Icon = icons[one];
            return (
              <button
                key={one}
                type="button"
                className={styles['part']}
                aria-current={one === part ? 'page' : undefined}
                onClick={() => setChosen({ part: one, from: place })}
              >
                <Icon size={22} aria-hidden="true" />
                <span>{t(`journal.parts.${one}`)}</span>
                {one === 'check' && integrity.unread > 0 && (
                  <Pill tone="refuse">{say.number(integrity.unread)}</Pill>
                )}
              </button>
            );
          })}
        </nav>
      </Panel>
      <Body />
    </div>
  );
}
