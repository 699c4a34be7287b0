import { Sunrise, Sunset } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DeskState } from '#contract/desk.ts';
import { may } from '#domain/roles.ts';
import type { TicketDocument } from '#paper/document.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { TicketPreview } from '../ui/ticket-preview.tsx';
import { BarItem } from './bar-item.tsx';
import { useAnnouncePrinted } from './announce-printed.ts';
import { useNavigation } from './navigation.tsx';

/** Whether the till is open, since when, and what can be done about it. */
export function SessionItem({ desk }: { readonly desk: DeskState }): ReactNode {
  const { t, say } = useWords();
  const { home } = useNavigation();
  const { session } = desk;
  if (!session)
    return (
      <BarItem
        tone="caution"
        icon={<Sunset size={20} aria-hidden="true" />}
        label={t('frame.session.closed')}
        title={t('frame.session.closedTitle')}
        renderActions={(close) => (
          <Button onPress={() => (close(), home())}>{t('frame.session.openIt')}</Button>
        )}
      >
        <p>{t('frame.session.closedText')}</p>
      </BarItem>
    );
  const seller = may(desk.operator, 'seller');
  const day = say.day(session.businessDay);
  if (session.stale)
    return (
      <BarItem
        tone="trouble"
        icon={<Sunset size={20} aria-hidden="true" />}
        label={t('frame.session.stale', { day: say.shortDay(session.businessDay) })}
        title={t('frame.session.staleTitle', { day })}
        renderActions={(close) => seller && <CloseIt onPress={close} />}
      >
        <p>{t(seller ? 'frame.session.staleText' : 'frame.session.staleWait')}</p>
      </BarItem>
    );
  return <OpenItem session={session} seller={seller} />;
}

function OpenItem(props: {
  readonly session: NonNullable<DeskState['session']>;
  readonly seller: boolean;
}): ReactNode {
  const { t, say } = useWords();
  const { announceRefusal } = useAnnouncer();
  const report = useDo('xReport');
  const [shown, setShown] = useState<TicketDocument | null>(null);
  const { session } = props;
  // Asked for once a press: every look is written in the journal.
  const look = async (close: () => void): Promise<void> => {
    const answer = await report.act({ print: false });
    close();
    if (answer.ok) setShown(answer.value.document);
    else announceRefusal(answer.refusal);
  };
  return (
    <>
      <BarItem
        icon={<Sunrise size={20} aria-hidden="true" />}
        label={t('frame.session.open', { time: say.clock(session.openedAt) })}
        title={t('frame.session.openTitle')}
        renderActions={(close) =>
          props.seller && (
            <>
              <Button disabled={report.pending} onPress={() => void look(close)}>
                {t('frame.session.report')}
              </Button>
              <CloseIt onPress={close} />
            </>
          )
        }
      >
        <p>
          {t('frame.session.openText', {
            day: say.day(session.businessDay),
            name: session.openedBy,
            float: say.money(session.floatCents),
          })}
        </p>
      </BarItem>
      {shown && <ReportDialog document={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function CloseIt({ onPress }: { readonly onPress: () => void }): ReactNode {
  const { t } = useWords();
  const { go } = useNavigation();
  return <Button onPress={() => (onPress(), go({ at: 'closing' }))}>{t('frame.session.closeIt')}</Button>;
}

function ReportDialog(props: { readonly document: TicketDocument; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { announceRefusal } = useAnnouncer();
  const announcePrinted = useAnnouncePrinted();
  const { act, pending } = useDo('xReport');
  const print = async (): Promise<void> => {
    const answer = await act({ print: true });
    if (!answer.ok) return announceRefusal(answer.refusal);
    announcePrinted({ text: t('frame.session.printed'), next: t('frame.session.printedNext') });
    return props.onClose();
  };
  return (
    <Dialog
      title={t('frame.session.report')}
      onClose={props.onClose}
      actions={
        <>
          <Button disabled={pending} onPress={() => void print()}>
            {t('frame.session.print')}
          </Button>
          <Button kind="primary" onPress={props.onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      <p>{t('frame.session.reportText')}</p>
      <TicketPreview document={props.document} />
    </Dialog>
  );
}
