import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { unsettled } from './queue.ts';

/** "Envoyer à une autre imprimante": this job alone, once; the operator has seen that it did not come out here. */
export function redirectPrintJob(deps: Deps, input: Input<'redirectPrintJob'>): Answer<'redirectPrintJob'> {
  const job = deps.store.printJobById(input.id);
  if (!job || job.till !== deps.till || !unsettled.has(job.state)) return refuse({ kind: 'job-unknown' });
  if (input.printer.kind === 'none') return refuse({ kind: 'no-printer' });
  deps.store.transaction(() => {
    const to = { printer: input.printer, openDrawer: false, state: 'queued', fault: null } as const;
    deps.store.savePrintJob({ id: job.id, ...to, changedAt: deps.now() });
    appendEvent(deps, 'print-settled', { title: job.title, as: 'redirect' });
  });
  deps.printing.wake();
  deps.changed('print-jobs', 'desk');
  return ok(null);
}
