import type { SessionRow } from '#db/queries/session.ts';
import type { DrawerMovements } from '#domain/closing.ts';
import { sumCents } from '#domain/money.ts';
import type { ReadingDeps } from '../deps.ts';
import { sessionTotals } from '../closing/totals.ts';

/** What moved in the drawer over a session: its float, cash sales net of change, and what was put in or taken out. */
export function drawerOf(deps: ReadingDeps, session: SessionRow): DrawerMovements {
  const movements = deps.store.drawerMovementsOf(session.id);
  const of = (kind: 'pay-in' | 'drop') =>
    sumCents(movements.filter((one) => one.kind === kind).map((one) => one.cents));
  return {
    floatCents: session.floatCents,
    cashCents: sessionTotals(deps, session).byTender.cash,
    payInCents: of('pay-in'),
    dropCents: of('drop'),
  };
}
