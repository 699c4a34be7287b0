import type { HeldBasket } from '#contract/basket.ts';
import type { Deps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';
import { todayAtSite } from '../today.ts';
import { judgeBasket } from './judge.ts';

export function heldList(deps: Deps): HeldBasket[] {
  const on = deps.store.openSessionOf(deps.till)?.businessDay ?? todayAtSite(deps);
  return deps.store.heldBaskets(deps.till).map((row) => ({
    saleId: row.saleId,
    who: whoIs(deps, row.personId),
    lineCount: row.lines.length,
    totalCents: judgeBasket(deps, row, on).verdict.totalCents,
    heldAt: row.changedAt,
  }));
}

/** First name and initial, as on the panel; empty for nobody. */
export function whoIs(deps: Deps, personId: Parameters<typeof atDesk>[1] | null): string {
  const person = personId === null ? undefined : atDesk(deps, personId);
  return person ? `${person.firstName} ${person.initial}.` : '';
}
