import type { Approval, ApprovalRefusal } from '#contract/form/fields.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { may } from '#domain/roles.ts';
import type { Deps } from '../deps.ts';
import { checkPassword } from './check-password.ts';

/** A manager approves at the asker's screen: name and password. The signed-in operator stays. */
export async function approve(
  deps: Deps,
  approval: Approval,
): Promise<Result<OperatorCode, ApprovalRefusal>> {
  const checked = await checkPassword(deps, approval.approver, approval.password);
  if (!checked.ok) {
    const { refusal } = checked;
    switch (refusal.kind) {
      case 'throttled':
        return refuse(refusal);
      case 'operator-stopped':
        return refuse({ kind: 'approval-refused', why: 'stopped' });
      case 'password-expired':
      case 'wrong-password':
        return refuse({ kind: 'approval-refused', why: 'wrong-password' });
    }
  }
  if (!may(checked.value, 'manager')) return refuse({ kind: 'approval-refused', why: 'not-a-manager' });
  return ok(checked.value.code);
}

/** The approver of an act: a manager signed in approves by doing; anybody else asks one. */
export async function approverOf(
  deps: Deps,
  approval: Approval | null,
  act: string,
): Promise<Result<OperatorCode, ApprovalRefusal>> {
  if (approval) return approve(deps, approval);
  const own = deps.desk.operator && deps.store.operatorByCode(deps.desk.operator);
  return own && may(own, 'manager') ? ok(own.code) : refuse({ kind: 'approval-needed', act });
}
