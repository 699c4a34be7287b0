import type { TeamMember } from '#contract/team.ts';
import type { OperatorRow } from '#db/queries/team.ts';
import type { TeamChangeKind } from '../exchange/team-line.ts';
import { isActive } from '../access/is-active.ts';
import { operatorView } from '../access/operator-view.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { teamLine } from '../exchange/team-line.ts';
import { putInOutbox } from '../exchange/outbox.ts';

export const teamMember = (row: OperatorRow): TeamMember => ({
  ...operatorView(row),
  status: row.status,
  mustChangePassword: row.mustChange,
  activeUntil: row.activeUntil,
  hasPin: row.pinHash !== null,
});

/** Keeps a change of the team, journals it and tells headquarters. In the caller's transaction. */
export function recordTeamChange(deps: Deps, row: OperatorRow, change: TeamChangeKind): TeamMember {
  appendEvent(deps, 'right-changed', { of: row.code, change, role: row.role, admin: row.admin });
  putInOutbox(deps, teamLine(deps, row, { change, by: signedIn(deps) }));
  deps.changed('team');
  return teamMember(row);
}

/** Whether the point would be left without anybody who can run it. */
export function isLastManager(deps: Deps, row: OperatorRow): boolean {
  const managers = deps.store.operators().filter((one) => one.role === 'manager' && isActive(deps, one));
  return row.role === 'manager' && managers.length === 1 && managers[0]?.code === row.code;
}
