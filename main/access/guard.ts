import type { Call, CommonRefusal, DeskCondition } from '#contract/form/call.ts';
import { type CallName, contract } from '#contract/ipc.ts';
import { may } from '#domain/roles.ts';
import type { Deps } from '../deps.ts';
import { activeOperator } from './is-active.ts';

/** Whether whoever is at the desk may make a call now, by the policy that the call has in the contract. */
export function refusedAccess(deps: Deps, call: CallName): CommonRefusal | null {
  const operator = activeOperator(deps);
  const { role, evenWhile = [] }: Call = contract[call];
  const closedWhile = (condition: DeskCondition): boolean => !evenWhile.includes(condition);
  if (operator && deps.desk.locked && closedWhile('locked')) return { kind: 'locked' };
  if (role === 'nobody') return null;
  if (!operator) return { kind: 'not-signed-in' };
  if (operator.mustChange && closedWhile('handed-password')) return { kind: 'password-to-change' };
  if (deps.practice.state() && closedWhile('training')) return { kind: 'not-in-training' };
  return may(operator, role) ? null : { kind: 'role-too-low', needed: role };
}
