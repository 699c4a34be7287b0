import type { Answer, Input } from '#contract/ipc.ts';
import { ticketPdf } from '#drivers/pdf/ticket.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendTicketCopy } from '../journal/copy.ts';
import { logoOf } from '../settings/logo-picture.ts';
import { queuePrint } from '../printing/queue.ts';
import { copyBlocks } from './copy-blocks.ts';
import { ticketOf } from './document.ts';

/** A later copy, on paper or as a file: marked DUPLICATA n and journalled in the chain of copies. */
export async function reprintTicket(
  deps: Deps,
  input: Input<'reprintTicket'>,
): Promise<Answer<'reprintTicket'>> {
  const sale = deps.store.saleById(input.saleId);
  if (!sale) return refuse({ kind: 'sale-unknown' });
  const made = deps.store.transaction(() => {
    const copy = appendTicketCopy(deps, sale, input.reason);
    const document = ticketOf(deps, sale, copy + 1, copyBlocks(deps, copy, input.reason));
    if (input.to === 'printer') queuePrint(deps, { document });
    return { copy, document };
  });
  deps.printing.wake();
  deps.changed('tickets', 'print-jobs');
  if (input.to === 'printer') return ok({ ...made, pdf: null });
  const bytes = await ticketPdf(made.document, logoOf(deps.store, deps.till));
  const name = `${sale.number}-duplicata-${made.copy}.pdf`;
  return ok({ ...made, pdf: { name, base64: Buffer.from(bytes).toString('base64') } });
}
