import { BadgeEuro, CreditCard, FileCheck2, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TicketView } from '#contract/ticket.ts';
import type { SaleId } from '#domain/ids.ts';
import { useDesk } from '../app/desk.tsx';
import { useNavigation } from '../app/navigation.tsx';
import { useWords } from '../messages/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { CorrectPerson } from './correct-person.tsx';
import { CorrectPrice } from './correct-price.tsx';
import { CorrectTender } from './correct-tender.tsx';
import { pricedLines } from './price-correction.ts';

/** "Je me suis trompé": on what? Goods are put right by a return, never here. */
export function CorrectDialog(props: {
  readonly ticket: TicketView;
  readonly onOpen: (saleId: SaleId) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useWords();
  const { go } = useNavigation();
  const { till } = useDesk();
  const { ticket, onClose } = props;
  const [what, setWhat] = useState<'tender' | 'person' | 'price' | null>(null);
  if (what === 'tender') return <CorrectTender ticket={ticket} onClose={onClose} />;
  if (what === 'person') return <CorrectPerson ticket={ticket} onClose={onClose} />;
  if (what === 'price') return <CorrectPrice ticket={ticket} onOpen={props.onOpen} onClose={onClose} />;
  const { personId } = ticket;
  const elsewhere = ticket.till === till ? null : t('ticket.correct.elsewhere', { till: ticket.till });
  return (
    <Dialog title={t('ticket.correct.title')} onClose={onClose}>
      <p>{t('ticket.correct.text')}</p>
      <Button
        big
        wide
        icon={<CreditCard size={24} aria-hidden="true" />}
        why={elsewhere}
        onPress={() => setWhat('tender')}
      >
        {t('ticket.correct.tender')}
      </Button>
      <Button big wide icon={<UserRound size={24} aria-hidden="true" />} onPress={() => setWhat('person')}>
        {t('ticket.correct.person')}
      </Button>
      <Button
        big
        wide
        icon={<BadgeEuro size={24} aria-hidden="true" />}
        why={elsewhere ?? (pricedLines(ticket).length > 0 ? null : t('ticket.price.nothing'))}
        onPress={() => setWhat('price')}
      >
        {t('ticket.correct.price')}
      </Button>
      <Button
        big
        wide
        icon={<FileCheck2 size={24} aria-hidden="true" />}
        why={personId ? null : t('ticket.correct.noPerson')}
        onPress={() => personId && go({ at: 'persons', personId })}
      >
        {t('ticket.correct.referral')}
      </Button>
      <p>{t('ticket.correct.goods')}</p>
    </Dialog>
  );
}
