import type { OperatorView } from '#contract/access.ts';
import type { OperatorRow } from '#db/queries/team.ts';

export const operatorView = ({ code, name, role, admin }: OperatorRow): OperatorView => ({
  code,
  name,
  role,
  admin,
});
