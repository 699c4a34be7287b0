import { type ReactNode, useState } from 'react';
import { useAsk } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { Panel } from '../ui/panel.tsx';
import { EventFields } from './event-fields.tsx';
import { everyEvent, filterFrom } from './event-filter.ts';
import { EventList } from './event-pages.tsx';
import styles from './journal.module.css';

/** The technical journal in words: what was done beside selling, by whom, with whose approval. */
export function EventsPart(): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState(everyEvent);
  // Unfiltered, so that the names to choose from do not depend on what is chosen.
  const operators = useAsk('events', { ...filterFrom(everyEvent), before: null }).data?.operators ?? [];
  const { data: tiles = [] } = useAsk('tiles', {});
  const filter = filterFrom(typed);
  const names = {
    operator: (code: string) => operators.find((one) => one.code === code)?.name ?? code,
    product: (sku: string) => tiles.find((tile) => tile.sku === sku)?.label ?? sku,
  };
  return (
    <Panel
      flush
      readable
      label={t('journal.parts.events')}
      head={
        <>
          <h2 className={styles['title']}>{t('journal.parts.events')}</h2>
          <p className={styles['soft']}>{t('journal.events.intro')}</p>
          <EventFields typed={typed} operators={operators} onChange={(to) => setTyped({ ...typed, ...to })} />
        </>
      }
    >
      {/* Another filter begins again with its newest page. */}
      <EventList key={JSON.stringify(filter)} filter={filter} names={names} />
    </Panel>
  );
}
