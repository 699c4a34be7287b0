import type { TicketMode } from './ticket-detail.tsx';
import { type ReactNode, useState } from 'react';
import type { SaleId } from '#domain/ids.ts';
import { useAsk } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import type { Place } from '../app/places.ts';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import { ReturnPanel } from './return-panel.tsx';
import { TicketDetail } from './ticket-detail.tsx';
import { TicketList } from './ticket-list.tsx';
import styles from './ticket.module.css';
import { WithoutTicket } from './without-ticket.tsx';

interface Open {
  readonly saleId: SaleId | null;
  /** `without`: something comes back and its ticket is not there. */
  readonly mode: TicketMode | 'without';
}

const openAt = (place: Place): Open =>
  place.at === 'tickets'
    ? { saleId: place.saleId ?? null, mode: place.start ?? 'view' }
    : { saleId: null, mode: 'view' };

/** Past sales: found by the end of their number or a scan of the ticket, seen again, put right, taken back. */
export function TicketsScreen(): ReactNode {
  const { place } = useNavigation();
  const [seen, setSeen] = useState(place);
  const [open, setOpen] = useState<Open>(() => openAt(place));
  if (seen !== place) {
    setSeen(place);
    setOpen(openAt(place));
  }
  const { saleId, mode } = open;
  return (
    <div className={styles['columns']} data-open={saleId || mode === 'without' ? '' : undefined}>
      <TicketList
        chosen={saleId}
        returning={mode === 'return' || mode === 'without'}
        searching={saleId === null && mode !== 'without'}
        onChoose={(id) =>
          setOpen({ saleId: id, mode: mode === 'return' || mode === 'without' ? 'return' : 'view' })
        }
        onWithout={() => setOpen({ saleId: null, mode: 'without' })}
      />
      {mode === 'without' ? (
        <WithoutTicket
          onBack={() => setOpen({ saleId: null, mode: 'view' })}
          onOpen={(id) => setOpen({ saleId: id, mode: 'view' })}
          onReturn={(id) => setOpen({ saleId: id, mode: 'return' })}
        />
      ) : saleId ? (
        <OneTicket
          key={saleId}
          saleId={saleId}
          mode={mode}
          onMode={(next) => setOpen({ saleId, mode: next })}
          onOpen={(id) => setOpen({ saleId: id, mode: 'view' })}
        />
      ) : (
        <NoTicket returning={mode === 'return'} />
      )}
    </div>
  );
}

function OneTicket(props: {
  readonly saleId: SaleId;
  readonly mode: TicketMode;
  readonly onMode: (mode: TicketMode) => void;
  readonly onOpen: (saleId: SaleId) => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { saleId, mode, onMode, onOpen } = props;
  const { data: ticket, error } = useAsk('ticket', { saleId });
  if (error)
    return (
      <Panel label={t('ticket.title')}>
        <Notice tone="refuse" sentence={refusal(error.refusal)} live />
      </Panel>
    );
  if (!ticket) return null;
  if (mode === 'return') return <ReturnPanel ticket={ticket} onBack={() => onMode('view')} onOpen={onOpen} />;
  return (
    <>
      <TicketDetail ticket={ticket} mode={mode} onMode={onMode} onOpen={onOpen} />
      <Panel label={t('ticket.preview')}>
        <TicketPreview document={ticket.document} />
      </Panel>
    </>
  );
}

function NoTicket({ returning }: { readonly returning: boolean }): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  return (
    <Panel
      label={t('ticket.title')}
      foot={
        <Button big wide kind="primary" shortcut="Escape" onPress={home}>
          {t('ticket.toTill')}
        </Button>
      }
    >
      <div className={styles['empty']}>
        <h2>{t(returning ? 'ticket.none.return' : 'ticket.none.view')}</h2>
        <p>{t('ticket.none.text')}</p>
      </div>
    </Panel>
  );
}
