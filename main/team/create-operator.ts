import type { Answer, Input } from '#contract/ipc.ts';
import { normaliseName } from '#domain/names.ts';
import { ok, refuse } from '#domain/result.ts';
import { isStrong } from '../access/strong-password.ts';
import type { Deps } from '../deps.ts';
import { nextOperatorCode } from './code.ts';
import { recordTeamChange } from './change.ts';

/** Somebody new, in a minute and offline. They choose their own password at the first sign-in. */
export async function createOperator(
  deps: Deps,
  input: Input<'createOperator'>,
): Promise<Answer<'createOperator'>> {
  if (!isStrong(input.password)) return refuse({ kind: 'password-too-weak' });
  const passwordHash = await deps.passwords.hash(input.password);
  return deps.store.transaction(() => {
    // Digits count here: there may be a "Stagiaire 1" and a "Stagiaire 2".
    const taken = deps.store.operators().some((one) => normaliseName(one.name) === normaliseName(input.name));
    if (taken) return refuse({ kind: 'name-taken' });
    const row = {
      code: nextOperatorCode(deps),
      name: input.name,
      role: input.role,
      admin: false,
      passwordHash,
      pinHash: null,
      mustChange: true,
      status: 'active' as const,
      activeUntil: input.activeUntil,
      createdAt: deps.now(),
    };
    deps.store.insertOperator(row);
    return ok(recordTeamChange(deps, row, 'created'));
  });
}
