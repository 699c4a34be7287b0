import type { SaleId } from '#domain/ids.ts';
import type { TicketDocument } from '#domain/ticket.ts';
import type { Deps } from '../deps.ts';

/** Puts a document in the printing queue. Inside a transaction it is printed only once that has committed. */
export function queuePrint(
  deps: Deps,
  job: { readonly document: TicketDocument; readonly saleId?: SaleId; readonly openDrawer?: boolean },
): void {
  const at = deps.now();
  deps.store.insertPrintJob({
    id: deps.newId(),
    till: deps.till,
    title: job.document.title,
    saleId: job.saleId ?? null,
    document: job.document,
    openDrawer: job.openDrawer ?? false,
    state: 'queued',
    fault: null,
    createdAt: at,
    changedAt: at,
  });
}

/** No paper, only the pulse that opens the drawer. */
export const drawerOnly: TicketDocument = { title: '', blocks: [] };
