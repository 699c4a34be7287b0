import type { PrintJobRow } from '#db/queries/printing.ts';
import type { SaleId } from '#domain/ids.ts';
import { type TicketDocument, markTraining } from '#paper/document.ts';
import type { Deps } from '../deps.ts';

/** Puts a document in the printing queue. Inside a transaction it is printed only once that has committed. */
export function queuePrint(
  deps: Deps,
  job: { readonly document: TicketDocument; readonly saleId?: SaleId; readonly openDrawer?: boolean },
): void {
  const at = deps.now();
  const practising = deps.practice.state() !== null;
  // The drawer stays shut in training: a job that only opens it has nothing to do.
  if (practising && !isPaper(job)) return;
  deps.store.insertPrintJob({
    id: deps.newId(),
    till: deps.till,
    title: job.document.title,
    saleId: job.saleId ?? null,
    document: practising ? markTraining(job.document) : job.document,
    openDrawer: !practising && (job.openDrawer ?? false),
    printer: null,
    state: 'queued',
    fault: null,
    createdAt: at,
    changedAt: at,
  });
}

/** No paper, only the pulse that opens the drawer. */
export const drawerOnly: TicketDocument = { title: '', blocks: [] };

/** Whether something comes out: all that waits on paper is shown, and asked about, on screen. */
export const isPaper = (job: Pick<PrintJobRow, 'document'>): boolean =>
  (job.document as TicketDocument).blocks.length > 0;

/** What is on paper for certain, or given up, is settled: another print of a ticket is a DUPLICATA. */
export const unsettled: ReadonlySet<PrintJobRow['state']> = new Set([
  'queued',
  'unconfirmed',
  'failed',
  'ask',
]);
