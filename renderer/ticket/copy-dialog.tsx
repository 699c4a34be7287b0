import type { ReactNode } from 'react';
import { type TicketView, copyReasons } from '#contract/ticket.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { bytesOf, saveFile } from '../ui/files.ts';
import { DuplicateDialog } from '../ui/controls/duplicate-dialog.tsx';

/** A later print is a duplicate, with its rank and a reason. */
export function CopyDialog(props: { readonly ticket: TicketView; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { announce } = useAnnouncer();
  const { act, pending } = useDo('reprintTicket');
  const make = async (
    reason: (typeof copyReasons)[number],
    to: 'printer' | 'pdf',
  ): Promise<AllRefusals | null> => {
    const answer = await act({ saleId: props.ticket.saleId, reason, to });
    if (!answer.ok) return answer.refusal;
    const { copy, pdf } = answer.value;
    if (pdf) saveFile(pdf.name, bytesOf(pdf.base64), 'application/pdf');
    announce('good', {
      text: t(pdf ? 'ticket.copy.saved' : 'ticket.copy.done', { copy }),
      next: pdf ? t('ticket.copy.savedNext', { file: pdf.name }) : t('ticket.copy.doneNext'),
    });
    return null;
  };
  return (
    <DuplicateDialog
      title={t('ticket.copy.title')}
      text={t('ticket.copy.text')}
      reasons={copyReasons.map((id) => ({ id, label: t(`ticket.copy.reasons.${id}`) }))}
      busy={pending}
      onClose={props.onClose}
      onPrint={(reason) => make(reason, 'printer')}
      onSave={(reason) => make(reason, 'pdf')}
    />
  );
}
