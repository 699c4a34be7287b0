import { useDebouncedValue } from '@mantine/hooks';
import { Search, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { TicketSummary } from '#contract/ticket.ts';
import type { SaleId } from '#domain/ids.ts';
import { may } from '#domain/roles.ts';
import { useAsk } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TenderMark } from '../sale/tender-mark.tsx';
import styles from './ticket.module.css';

export function TicketList(props: {
  readonly chosen: SaleId | null;
  readonly returning: boolean;
  /** Whether the next key belongs to the search: with a ticket open, Enter belongs to its next step. */
  readonly searching: boolean;
  readonly onChoose: (saleId: SaleId) => void;
  readonly onWithout: () => void;
}): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  const { chosen, searching, onChoose } = props;
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text.trim(), 180);
  const { data: tickets } = useAsk('tickets', { text: typed, personId: null });
  const first = tickets?.[0];
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (chosen || !searching) input.current?.blur();
  }, [searching, chosen]);
  return (
    <Panel
      label={t('ticket.list')}
      flush
      head={
        <div className={styles['head']}>
          <h1 className={styles['title']}>{t(props.returning ? 'ticket.returnTitle' : 'ticket.title')}</h1>
          <Field
            label={t('ticket.search')}
            hideLabel
            placeholder={t('ticket.search')}
            icon={<Search size={20} aria-hidden="true" />}
            value={text}
            onChange={setText}
            maxLength={60}
            focused={searching}
            inputRef={input}
            {...(text.trim() !== '' && first ? { onEnter: () => onChoose(first.saleId) } : {})}
          />
        </div>
      }
      foot={
        <Button
          wide
          icon={<Undo2 size={20} aria-hidden="true" />}
          why={may(operator, 'seller') ? null : t('ticket.sellersOnly')}
          onPress={props.onWithout}
        >
          {t('ticket.without.title')}
        </Button>
      }
    >
      {tickets?.length === 0 && (
        <div className={styles['padded']}>
          <Notice
            tone="info"
            live
            sentence={{ text: t('ticket.noneFound'), next: t('ticket.noneFoundNext') }}
          />
        </div>
      )}
      <ul className={styles['list']}>
        {tickets?.map((ticket) => (
          <li key={ticket.saleId}>
            <TicketRow
              ticket={ticket}
              chosen={ticket.saleId === chosen}
              onChoose={() => onChoose(ticket.saleId)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TicketRow(props: {
  readonly ticket: TicketSummary;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { t, say } = useWords();
  const { session } = useDesk();
  const { ticket, chosen } = props;
  const today = ticket.businessDay === session?.businessDay;
  const when = today ? say.clock(ticket.at) : `${say.shortDay(ticket.businessDay)} ${say.clock(ticket.at)}`;
  return (
    <ListRow className={styles['ticket']} chosen={chosen} onPress={props.onChoose}>
      <span className={styles['what']}>
        <strong>{ticket.kind === 'return' ? t('ticket.isReturn') : ticket.labels.join(', ')}</strong>
        <span className={styles['soft']}>
          {t('ticket.shortNumber', { number: ticket.number.split('-').at(-1) ?? '' })} · {when}
        </span>
      </span>
      <span className={styles['marks']}>
        {[...new Set(ticket.tenderKinds)].map((kind) => (
          <TenderMark key={kind} kind={kind} />
        ))}
      </span>
      <strong className={styles['amount']}>{say.money(ticket.totalCents)}</strong>
    </ListRow>
  );
}
