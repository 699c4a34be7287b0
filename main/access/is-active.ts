import type { OperatorRow } from '#db/queries/team.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';

/** Whether somebody may act today: neither stopped nor past their last day. It applies at once, also at the desk. */
export const isActive = (deps: Deps, operator: Pick<OperatorRow, 'status' | 'activeUntil'>): boolean =>
  operator.status === 'active' &&
  (operator.activeUntil === null || operator.activeUntil >= todayAtSite(deps));

/** Who is at the desk and still may be: a stop empties the desk without anybody signing out. */
export function activeOperator(deps: Deps): OperatorRow | undefined {
  const operator = deps.desk.operator === null ? undefined : deps.store.operatorByCode(deps.desk.operator);
  return operator && isActive(deps, operator) ? operator : undefined;
}
