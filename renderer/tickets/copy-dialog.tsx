import type { ReactNode } from 'react';
import { type TicketView, copyReasons } from '#contract/sale.ts';
import { useDo } from '../api/api.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { DuplicateDialog } from '../ui/duplicate-dialog.tsx';

/** A later print is a duplicate, with its rank and a reason. */
export function CopyDialog(props: { readonly ticket: TicketView; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('reprintTicket');
  return (
    <DuplicateDialog
      title={t('tickets.copy.title')}
      text={t('tickets.copy.text')}
      reasons={copyReasons.map((id) => ({ id, label: t(`tickets.copy.reasons.${id}`) }))}
      busy={pending}
      onClose={props.onClose}
      onPrint={async (reason) => {
        const answer = await act({ saleId: props.ticket.saleId, reason });
        if (!answer.ok) return answer.refusal;
        announce('good', {
          text: t('tickets.copy.done', { copy: answer.value.copy }),
          next: t('tickets.copy.doneNext'),
        });
        return null;
      }}
    />
  );
}
