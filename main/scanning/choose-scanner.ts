import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Says how the scanner of this desk types, and on which port one talks. */
export function chooseScanner(deps: Deps, { scanner }: Input<'chooseScanner'>): Answer<'chooseScanner'> {
  deps.store.transaction(() => {
    deps.store.saveSetting(deps.till, 'scanner', scanner);
    appendEvent(deps, 'scanner-chosen', { wedge: scanner.wedge.kind, serial: scanner.serial !== null });
  });
  deps.scanning.reload();
  deps.changed('desk');
  return ok(null);
}
