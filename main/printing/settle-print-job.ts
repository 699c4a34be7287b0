import type { Answer, Input } from '#contract/ipc.ts';
import type { PrintJobRow } from '#db/queries/printing.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { unsettled } from './queue.ts';

const stateFor: Readonly<Record<Input<'settlePrintJob'>['as'], PrintJobRow['state']>> = {
  'print-again': 'queued',
  'consider-printed': 'printed',
  drop: 'dropped',
};

/** A ticket that may or may not be on paper: the operator looks and says. */
export function settlePrintJob(deps: Deps, input: Input<'settlePrintJob'>): Answer<'settlePrintJob'> {
  const job = deps.store.printJobById(input.id);
  if (!job || job.till !== deps.till || !unsettled.has(job.state)) return refuse({ kind: 'job-unknown' });
  deps.store.transaction(() => {
    deps.store.savePrintJob({ id: job.id, state: stateFor[input.as], fault: null, changedAt: deps.now() });
    appendEvent(deps, 'print-settled', { title: job.title, as: input.as });
  });
  deps.printing.wake();
  deps.changed('print-jobs', 'desk');
  return ok(null);
}
