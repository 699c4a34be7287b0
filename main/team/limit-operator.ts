import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { isLastManager, recordTeamChange } from './change.ts';

/** Another role, or a last day. */
export function limitOperator(deps: Deps, input: Input<'limitOperator'>): Answer<'limitOperator'> {
  const row = deps.store.operatorByCode(input.operator);
  if (!row) return refuse({ kind: 'operator-unknown' });
  const { activeUntil } = input;
  if (isLastManager(deps, row) && (input.role !== 'manager' || activeUntil !== null))
    return refuse({ kind: 'last-manager' });
  const changed = { ...row, role: input.role, activeUntil };
  return deps.store.transaction(() => {
    deps.store.saveOperator(changed);
    return ok(recordTeamChange(deps, changed, 'limited'));
  });
}
