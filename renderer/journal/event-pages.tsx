import { type ReactNode, useState } from 'react';
import type { EventView } from '#contract/journal.ts';
import { useAsk } from '../api/api.tsx';
import { eventWords } from '../messages/events.ts';
import type { EventNames } from '../messages/event-sentence.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import type { EventFilter } from './event-filter.ts';
import styles from './journal.module.css';

/** The events of a filter, newest first, page after page. */
export function EventList(props: { readonly filter: EventFilter; readonly names: EventNames }): ReactNode {
  const [pages, setPages] = useState(1);
  return (
    <ul className={styles['list']}>
      <EventPage {...props} before={null} pages={pages} onMore={() => setPages(pages + 1)} />
    </ul>
  );
}

/** A page and those after it: each begins where the one before ends, also once new events push the first one on. */
function EventPage(props: {
  readonly filter: EventFilter;
  readonly names: EventNames;
  readonly before: number | null;
  readonly pages: number;
  readonly onMore: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { filter, before, pages, onMore } = props;
  const { data, error } = useAsk('events', { ...filter, before });
  if (error?.refusal)
    return (
      <li className={styles['aside']}>
        <Notice tone="refuse" sentence={refusal(error.refusal)} />
      </li>
    );
  if (!data)
    return (
      <li className={styles['aside']} aria-busy="true">
        {t('ui.loading')}
      </li>
    );
  const last = data.events.at(-1);
  return (
    <>
      {data.events.map((event) => (
        <EventRow key={event.seq} event={event} names={props.names} />
      ))}
      {!last && before === null && (
        <li className={styles['aside']}>
          <Notice
            tone="info"
            sentence={{ text: t('journal.events.none'), next: t('journal.events.noneNext') }}
          />
        </li>
      )}
      {data.more && last && pages > 1 && <EventPage {...props} before={last.seq} pages={pages - 1} />}
      {data.more && last && pages === 1 && (
        <li className={styles['aside']}>
          <Button wide onPress={onMore}>
            {t('journal.events.older')}
          </Button>
        </li>
      )}
    </>
  );
}

function EventRow({ event, names }: { readonly event: EventView; readonly names: EventNames }): ReactNode {
  const { t, say } = useWords();
  const [erasing, setErasing] = useState<string | null>(null);
  return (
    <li className={styles['event']}>
      <span className={styles['soft']}>{say.moment(event.at)}</span>
      <span>
        {event.operator ?? t('journal.byItself')}
        {event.approvedBy && <small>{t('journal.agreed', { name: event.approvedBy })}</small>}
      </span>
      <div>
        <strong>{eventWords(event, say, names)}</strong>
        {event.erasable && (
          <Button onPress={() => setErasing(event.erasable)}>{t('journal.events.erase')}</Button>
        )}
      </div>
      {erasing && <EraseDialog digest={erasing} onClose={() => setErasing(null)} />}
    </li>
  );
}
