import type { OperatorView } from '#contract/access.ts';
import type { OperatorRow } from '#db/queries/team.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { operatorView } from './operator-view.ts';

/** Puts an operator at the desk and journals it. */
export function enter(
  deps: Deps,
  operator: OperatorRow,
  event: 'sign-in' | 'unlock' | 'taking-over',
): OperatorView {
  const previous = deps.desk.operator;
  deps.desk.operator = operator.code;
  deps.desk.locked = false;
  deps.desk.pinTries = 0;
  if (event !== 'unlock')
    deps.store.transaction(() => appendEvent(deps, event, previous === null ? {} : { previous }));
  deps.changed('desk', 'basket');
  return operatorView(operator);
}
