import { CircleCheckBig } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/ipc.ts';
import type { SaleId } from '#domain/ids.ts';
import { useDo } from '../api/api.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useAnnouncePrinted } from '../app/announce-printed.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { grouped } from '../ui/format.ts';
import { Panel } from '../ui/panel.tsx';
import { GiveBack } from './give-back.tsx';
import type { LineChoice, TicketLine } from './return-choice.ts';
import styles from './ticket.module.css';

/** What to give back, and by what way: as it was paid, cash last. */
export function ReturnDone(props: {
  readonly done: Output<'returnLines'>;
  readonly exchanged: readonly { readonly line: TicketLine; readonly choice: LineChoice }[];
  readonly onOpen: (saleId: SaleId) => void;
}): ReactNode {
  const { t } = useWords();
  const { home } = useNavigation();
  const { announceRefusal } = useAnnouncer();
  const announcePrinted = useAnnouncePrinted();
  const print = useDo('printTicket');
  const [printed, setPrinted] = useState(false);
  const { done, exchanged } = props;
  const printIt = async (): Promise<void> => {
    const answer = await print.act({ saleId: done.saleId });
    if (!answer.ok) return announceRefusal(answer.refusal);
    setPrinted(true);
    return announcePrinted({ text: t('sale.done.printing'), next: '' });
  };
  return (
    <Panel
      label={t('ticket.return.done')}
      foot={
        <div className={styles['actions']}>
          <Button big disabled={print.pending || printed} onPress={() => void printIt()}>
            {t('sale.done.print')}
          </Button>
          <Button big onPress={() => props.onOpen(done.saleId)}>
            {t('ticket.return.see')}
          </Button>
          <Button big kind="primary" onPress={home}>
            {t('ticket.toTill')}
          </Button>
        </div>
      }
    >
      <div className={styles['empty']} role="status">
        <CircleCheckBig size={52} aria-hidden="true" />
        <h2>{t('ticket.return.done')}</h2>
        <p className={styles['soft']}>{done.number}</p>
        <GiveBack byKind={done.refundByKind} />
        {exchanged.map(({ line, choice }) => (
          <p key={line.lineId}>
            {t('ticket.return.hand', { label: line.label, unit: grouped(choice.newUnit) })}
          </p>
        ))}
      </div>
    </Panel>
  );
}
