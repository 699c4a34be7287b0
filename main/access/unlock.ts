import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { checkPassword } from './check-password.ts';
import { enter } from './enter.ts';
import { isActive } from './is-active.ts';
import type { Deps } from '../deps.ts';

export const pinTries = 3;

/** Opens a locked desk by the operator's PIN (three tries) or password. */
export async function unlock(deps: Deps, input: Input<'unlock'>): Promise<Answer<'unlock'>> {
  const operator = deps.desk.operator && deps.store.operatorByCode(deps.desk.operator);
  if (!operator) return refuse({ kind: 'not-signed-in' });
  const isPin = /^\d{4,6}$/.test(input.secret) && operator.pinHash !== null;
  if (!isPin) {
    const checked = await checkPassword(deps, operator.code, input.secret);
    return checked.ok ? ok(enter(deps, checked.value, 'unlock')) : checked;
  }
  if (!isActive(deps, operator)) return refuse({ kind: 'operator-stopped' });
  if (deps.desk.pinTries >= pinTries) return refuse({ kind: 'pin-tries-used' });
  deps.desk.pinTries += 1;
  if (operator.pinHash !== null && (await deps.passwords.verify(operator.pinHash, input.secret)))
    return ok(enter(deps, operator, 'unlock'));
  const triesLeft = pinTries - deps.desk.pinTries;
  return refuse(triesLeft === 0 ? { kind: 'pin-tries-used' } : { kind: 'wrong-password', triesLeft });
}
