import type { TeamMember } from '#contract/team.ts';
import type { Day } from '#domain/time.ts';

type Standing = 'active' | 'ended' | 'stopped';

/** Whether somebody can sign in today; the last day still counts. */
export function standingOf(member: Pick<TeamMember, 'status' | 'activeUntil'>, today: Day): Standing {
  if (member.status === 'stopped') return 'stopped';
  return member.activeUntil !== null && member.activeUntil < today ? 'ended' : 'active';
}

/** Who works here first, by name; then who no longer does. */
export function inOrder(team: readonly TeamMember[], today: Day): readonly TeamMember[] {
  const rank = (member: TeamMember): number => (standingOf(member, today) === 'active' ? 0 : 1);
  return team.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'fr'));
}
