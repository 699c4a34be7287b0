import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { enter } from './enter.ts';
import { isStrong } from './strong-password.ts';
import type { Deps } from '../deps.ts';
import { nextOperatorCode } from '../team/code.ts';
import { noteTeamChange } from '../team/note.ts';

/** The first operator at set-up is manager and admin. Exists only while there is nobody. */
export async function createFirstOperator(
  deps: Deps,
  input: Input<'createFirstOperator'>,
): Promise<Answer<'createFirstOperator'>> {
  if (!isStrong(input.password)) return refuse({ kind: 'password-too-weak' });
  const passwordHash = await deps.passwords.hash(input.password);
  const row = deps.store.transaction(() => {
    if (deps.store.operators().length > 0) return null;
    const first = {
      code: nextOperatorCode(deps),
      name: input.name,
      role: 'manager' as const,
      admin: true,
      passwordHash,
      pinHash: null,
      mustChange: false,
      status: 'active' as const,
      activeUntil: null,
      createdAt: deps.now(),
    };
    deps.store.insertOperator(first);
    noteTeamChange(deps, first, 'created', first.code);
    return first;
  });
  return row ? ok(enter(deps, row, 'sign-in')) : refuse({ kind: 'team-exists' });
}
