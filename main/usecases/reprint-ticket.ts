import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendCopy } from '../journal/copy.ts';
import { queuePrint } from '../printing/queue.ts';
import { ticketOf } from '../printing/ticket.ts';

/** A later print: marked DUPLICATA n and journalled in the chain of copies. */
export function reprintTicket(deps: Deps, input: Input<'reprintTicket'>): Answer<'reprintTicket'> {
  const sale = deps.store.saleById(input.saleId);
  if (!sale) return refuse({ kind: 'sale-unknown' });
  const printed = deps.store.transaction(() => {
    const copy = appendCopy(deps, sale.number, input.reason);
    const document = ticketOf(deps, sale, copy + 1);
    queuePrint(deps, { document });
    return { copy, document };
  });
  deps.printing.wake();
  deps.changed('tickets', 'print-jobs');
  return ok(printed);
}
