import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** Whether the customer display opens by itself at every start. */
export function chooseDisplay(deps: Deps, { wanted }: Input<'chooseDisplay'>): Answer<'chooseDisplay'> {
  deps.store.saveSetting(deps.till, 'display', wanted);
  deps.changed('desk');
  return ok(null);
}
