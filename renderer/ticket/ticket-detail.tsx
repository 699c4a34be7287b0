import { type ReactNode, useState } from 'react';
import type { TicketView } from '#contract/ticket.ts';
import type { SaleId } from '#domain/ids.ts';
import { may } from '#domain/roles.ts';
import { tenderKinds } from '#domain/tender.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { FamilyIcon } from '../basket/family-icon.tsx';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { History } from './history.tsx';

import { leftOf } from './return-choice.ts';
import { TenderMark } from '../sale/tender-mark.tsx';
import styles from './ticket.module.css';

export type TicketMode = 'view' | 'return' | 'correct';

/** One ticket: what was sold, how it was paid, all that happened since, and what can be done about it. */
export function TicketDetail(props: {
  readonly ticket: TicketView;
  readonly mode: TicketMode;
  readonly onMode: (mode: TicketMode) => void;
  readonly onOpen: (saleId: SaleId) => void;
}): ReactNode {
  const { t, say } = useWords();
  const { home } = useNavigation();
  const { operator } = useDesk();
  const { ticket, mode, onMode } = props;
  const [copying, setCopying] = useState(false);
  const isSale = ticket.kind === 'sale';
  // A later record too: what it gave in exchange, or sold again at the right price, can come back.
  const returnable = ticket.lines.some((line) => leftOf(line) > 0);
  const why = may(operator, 'seller') ? null : t('ticket.sellersOnly');
  return (
    <Panel
      label={ticket.number}
      flush
      foot={
        <div className={`${styles['actions']} ${returnable ? styles['stacked'] : ''}`}>
          <Button big kind={returnable && !why ? 'plain' : 'primary'} shortcut="Escape" onPress={home}>
            {t('ui.back')}
          </Button>
          <Button big why={why} onPress={() => setCopying(true)}>
            {t('ticket.copy.button')}
          </Button>
          {isSale && ticket.totalCents > 0 && (
            <Button big why={why} onPress={() => onMode('correct')}>
              {t('ticket.correct.button')}
            </Button>
          )}
          {returnable && (
            <Button
              big
              kind={why ? 'plain' : 'primary'}
              shortcut="F9"
              why={why}
              onPress={() => onMode('return')}
            >
              {t('ticket.return.button')}
            </Button>
          )}
        </div>
      }
    >
      <header className={styles['about']}>
        <h2>{ticket.number}</h2>
        <p className={styles['soft']}>
          {say.moment(ticket.at)} · {ticket.operator}
          {ticket.personName && ` · ${t('ticket.for', { name: ticket.personName })}`}
        </p>
      </header>
      <Lines ticket={ticket} />
      <dl className={styles['paid']}>
        {tenderKinds
          .filter((kind) => ticket.netByKind[kind] !== 0)
          .map((kind) => (
            <div key={kind}>
              <dt>
                <TenderMark kind={kind} /> {t(`tender.one.${kind}`)}
              </dt>
              <dd>{say.money(ticket.netByKind[kind])}</dd>
            </div>
          ))}
        <div className={styles['sum']}>
          <dt>{t('ticket.total')}</dt>
          <dd>{say.money(ticket.totalCents)}</dd>
        </div>
      </dl>
      <History ticket={ticket} onOpen={props.onOpen} />
      {copying && <CopyDialog ticket={ticket} onClose={() => setCopying(false)} />}
      {mode === 'correct' && isSale && (
        <CorrectDialog ticket={ticket} onOpen={props.onOpen} onClose={() => onMode('view')} />
      )}
    </Panel>
  );
}

function Lines({ ticket }: { readonly ticket: TicketView }): ReactNode {
  const { t, say } = useWords();
  return (
    <ul className={styles['lines']}>
      {ticket.lines.map((line) => (
        <li key={line.lineId} className={styles['line']}>
          <span className={styles['icon']}>
            <FamilyIcon family={line.family} />
          </span>
          <div className={styles['what']}>
            <strong>
              {line.quantity !== 1 && `${say.number(line.quantity).replace('-', '−')} × `}
              {line.label}
            </strong>
            {line.unit && <span className={styles['soft']}>{grouped(line.unit.text)}</span>}
            {line.returned > 0 && (
              <span className={styles['returned']}>{t('ticket.returned', { count: line.returned })}</span>
            )}
          </div>
          <strong className={styles['amount']}>{say.money(line.totalCents)}</strong>
        </li>
      ))}
    </ul>
  );
}
