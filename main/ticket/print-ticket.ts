import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { queuePrint } from '../printing/queue.ts';
import { ticketOf } from './document.ts';

/** The ticket, when the person asks for it: once. Any later print is a DUPLICATA. */
export function printTicket(deps: Deps, input: Input<'printTicket'>): Answer<'printTicket'> {
  const sale = deps.store.saleById(input.saleId);
  if (!sale) return refuse({ kind: 'sale-unknown' });
  if (deps.printing.state().state === 'none') return refuse({ kind: 'no-printer' });
  const document = ticketOf(deps, sale, 1);
  const queued = deps.store.transaction(() => {
    if (deps.store.ticketJobOf(sale.id)) return false;
    queuePrint(deps, { document, saleId: sale.id });
    return true;
  });
  if (queued) {
    deps.printing.wake();
    deps.changed('print-jobs');
  }
  return ok({ document });
}
