import type { OperatorRow } from '#db/queries/team.ts';
import type { ReadEvents } from '#exchange/event-payload.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

export type TeamChange = ReadEvents['right-changed']['change'];

/** Signs what changed of somebody of the team: code and rights, no name. `by`: who, where nobody is signed in yet. */
export const noteTeamChange = (
  deps: Deps,
  { code, role, admin, activeUntil }: OperatorRow,
  change: TeamChange,
  by = deps.desk.operator,
): void => {
  appendEvent(deps, 'right-changed', { operator: by, of: code, change, role, admin, activeUntil });
};
