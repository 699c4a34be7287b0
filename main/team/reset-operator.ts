import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { isStrong } from '../access/strong-password.ts';
import type { Deps } from '../deps.ts';
import { recordTeamChange } from './change.ts';

/** A new first password, for who forgot theirs; the PIN is forgotten with it. */
export async function resetOperator(
  deps: Deps,
  input: Input<'resetOperator'>,
): Promise<Answer<'resetOperator'>> {
  if (!deps.store.operatorByCode(input.operator)) return refuse({ kind: 'operator-unknown' });
  if (!isStrong(input.password)) return refuse({ kind: 'password-too-weak' });
  const passwordHash = await deps.passwords.hash(input.password);
  return deps.store.transaction(() => {
    // Read after the slow hash: somebody stopped meanwhile stays stopped.
    const row = deps.store.operatorByCode(input.operator);
    if (!row) return refuse({ kind: 'operator-unknown' });
    const changed = { ...row, passwordHash, pinHash: null, mustChange: true };
    deps.desk.failures.delete(row.code);
    deps.store.saveOperator(changed);
    return ok(recordTeamChange(deps, changed, 'reset'));
  });
}
