import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { checkPassword } from './check-password.ts';
import { enter } from './enter.ts';
import { activeOperator } from './is-active.ts';
import type { Deps } from '../deps.ts';

/** Signs in at the start of a shift. Somebody already there is taken over, not replaced. */
export async function signIn(deps: Deps, input: Input<'signIn'>): Promise<Answer<'signIn'>> {
  if (isSomebodyElse(deps, input)) return refuse({ kind: 'somebody-signed-in' });
  const checked = await checkPassword(deps, input.operator, input.password);
  if (!checked.ok) return checked;
  // Asked again: two may have typed at once.
  if (isSomebodyElse(deps, input)) return refuse({ kind: 'somebody-signed-in' });
  return ok(enter(deps, checked.value, 'sign-in'));
}

function isSomebodyElse(deps: Deps, input: Input<'signIn'>): boolean {
  const there = activeOperator(deps);
  return there !== undefined && there.code !== input.operator;
}
