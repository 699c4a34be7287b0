import type { OperatorRow } from '#db/queries/team.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { BatchRecord } from '#exchange/batch.ts';
import type { Deps } from '../deps.ts';

type TeamLine = Extract<BatchRecord, { t: 'team-change' }>;
export type TeamChangeKind = TeamLine['change'];

/** What headquarters learns of the team: codes and rights, no name. */
export const teamLine = (
  deps: Deps,
  row: OperatorRow,
  what: { readonly change: TeamChangeKind; readonly by: OperatorCode },
): TeamLine => ({
  t: 'team-change',
  at: deps.now(),
  operator: row.code,
  change: what.change,
  role: row.role,
  admin: row.admin,
  activeUntil: row.activeUntil,
  by: what.by,
});
