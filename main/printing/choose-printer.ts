import type { Answer, Input } from '#contract/ipc.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { settings } from '../settings/settings.ts';

/** Chooses the printer of this desk; what waits in the queue goes to it. */
export function choosePrinter(deps: Deps, input: Input<'choosePrinter'>): Answer<'choosePrinter'> {
  deps.store.transaction(() => {
    deps.store.saveSetting(deps.till, 'printer', input.printer);
    appendEvent(deps, 'printer-chosen', { kind: input.printer.kind });
  });
  deps.printing.reload();
  deps.changed('desk', 'print-jobs');
  return settings(deps);
}
