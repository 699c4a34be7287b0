import type { TeamMember } from '#contract/team.ts';
import type { OperatorRow } from '#db/queries/team.ts';
import { isActive } from '../access/is-active.ts';
import { operatorView } from '../access/operator-view.ts';
import type { Deps } from '../deps.ts';
import { type TeamChange, noteTeamChange } from './note.ts';

export const teamMember = (row: OperatorRow): TeamMember => ({
  ...operatorView(row),
  status: row.status,
  mustChangePassword: row.mustChange,
  activeUntil: row.activeUntil,
  hasPin: row.pinHash !== null,
});

/** Keeps a change of the team, and signs it. In the caller's transaction. */
export function recordTeamChange(deps: Deps, row: OperatorRow, change: TeamChange): TeamMember {
  noteTeamChange(deps, row, change);
  deps.changed('team');
  return teamMember(row);
}

/** Whether the point would be left without anybody who can run it. */
export function isLastManager(deps: Deps, row: OperatorRow): boolean {
  const managers = deps.store.operators().filter((one) => one.role === 'manager' && isActive(deps, one));
  return row.role === 'manager' && managers.length === 1 && managers[0]?.code === row.code;
}
