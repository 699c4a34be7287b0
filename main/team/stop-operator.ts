import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { isLastManager, recordTeamChange } from './change.ts';

/** Stops somebody at once, or lets them in again. */
export function stopOperator(deps: Deps, input: Input<'stopOperator'>): Answer<'stopOperator'> {
  const row = deps.store.operatorByCode(input.operator);
  if (!row) return refuse({ kind: 'operator-unknown' });
  if (input.stopped && row.code === signedIn(deps)) return refuse({ kind: 'not-yourself' });
  if (input.stopped && isLastManager(deps, row)) return refuse({ kind: 'last-manager' });
  const status: typeof row.status = input.stopped ? 'stopped' : 'active';
  const changed = { ...row, status };
  return deps.store.transaction(() => {
    deps.store.saveOperator(changed);
    return ok(recordTeamChange(deps, changed, input.stopped ? 'stopped' : 'resumed'));
  });
}
