import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { checkPassword } from '../access/check-password.ts';
import { enter } from '../access/enter.ts';
import type { Deps } from '../deps.ts';

/** Signs in at the start of a shift. Somebody already there is taken over, not replaced. */
export async function signIn(deps: Deps, input: Input<'signIn'>): Promise<Answer<'signIn'>> {
  if (deps.desk.operator !== null && deps.desk.operator !== input.operator)
    return refuse({ kind: 'somebody-signed-in' });
  const checked = await checkPassword(deps, input.operator, input.password);
  return checked.ok ? ok(enter(deps, checked.value, 'sign-in')) : checked;
}
