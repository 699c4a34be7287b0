import type { Answer } from '#contract/ipc.ts';
import type { PrintJobView, PrinterChoice } from '#contract/printing.ts';
import type { TicketDocument } from '#paper/document.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { isPaper } from './queue.ts';
import { printerLabel } from './printers.ts';

const shown = 30;

/** What waits, what needs a word, and the last few printed. */
export function printJobs(deps: Deps): Answer<'printJobs'> {
  const open = deps.store.printJobs(deps.till, ['queued', 'printing', 'failed', 'ask']);
  const done = deps.store.lastPrintJobs(deps.till, shown);
  const rows = [...open, ...done.filter((job) => !open.some((one) => one.id === job.id))];
  return ok(
    rows.filter(isPaper).map((job): PrintJobView => ({
      id: job.id,
      title: job.title,
      isTicket: job.saleId !== null,
      createdAt: job.createdAt,
      state: job.state,
      fault: job.fault,
      printer: job.printer ? printerLabel(job.printer as PrinterChoice) : null,
      document: job.document as TicketDocument,
    })),
  );
}
