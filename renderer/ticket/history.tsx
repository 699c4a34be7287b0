import type { ReactNode } from 'react';
import type { TicketView } from '#contract/ticket.ts';
import type { SaleId } from '#domain/ids.ts';
import { tenderKinds } from '#domain/tender.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from './ticket.module.css';
import { type TicketEvent, copyReasonIn, correctionReasonIn, timelineOf } from './timeline.ts';

/** What happened to a ticket since it was paid: nothing of it is ever changed, everything is added. */
export function History(props: {
  readonly ticket: TicketView;
  readonly onOpen: (saleId: SaleId) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { ticket, onOpen } = props;
  const events = timelineOf(ticket);
  if (events.length === 0) return null;
  return (
    <section className={styles['history']}>
      <h3>{t('ticket.history')}</h3>
      <ol className={styles['events']}>
        {events.map((event) => (
          <li key={keyOf(event)} className={styles['event']}>
            <div>
              <p>
                <EventWords event={event} />
              </p>
              <p className={styles['soft']}>
                {say.moment(event.at)} · {event.by}
              </p>
            </div>
            {'saleId' in event && (
              <Button
                label={t('closing.clues.seeLabel', { number: event.number })}
                onPress={() => onOpen(event.saleId)}
              >
                {t('ticket.see')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function EventWords({ event }: { readonly event: TicketEvent }): ReactNode {
  const { t, say } = useWords();
  switch (event.kind) {
    case 'copy': {
      const known = copyReasonIn(event.reason);
      return t('ticket.copied', {
        copy: say.number(event.copy),
        reason: known ? t(`ticket.copiedWhy.${known}`) : event.reason,
      });
    }
    case 'correction': {
      const known = correctionReasonIn(event.reason);
      const { change } = event;
      const moved =
        change.what === 'tender'
          ? tenderKinds
              .filter((kind) => change.byKind[kind] !== 0)
              .map((kind) => `${t(`tender.one.${kind}`)} ${say.money(change.byKind[kind])}`)
              .join(', ')
          : '';
      const what = known ? t(`ticket.corrections.${known}`) : event.reason;
      return moved === '' ? what : t('ticket.moved', { what, moved });
    }
    case 'price':
      return t('ticket.pricedBy', { number: event.number, amount: say.money(event.totalCents) });
    case 'return':
      return t('ticket.returnedBy', { number: event.number, amount: say.money(event.totalCents) });
  }
}

const keyOf = (event: TicketEvent): string =>
  'saleId' in event ? event.saleId : `${event.kind} ${event.at} ${event.reason}`;
