import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { addDays } from '#domain/time.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';

/** Today in the site's time zone, never before the last day, with the float that was left. */
export function openingProposal(deps: Deps): Answer<'openingProposal'> {
  const last = deps.store.lastSession(deps.till);
  const today = todayAtSite(deps);
  const lastBusinessDay = last?.businessDay ?? null;
  const businessDay = lastBusinessDay !== null && lastBusinessDay > today ? lastBusinessDay : today;
  return ok({
    businessDay,
    earliestDay: lastBusinessDay ?? addDays(today, -31),
    lastBusinessDay,
    floatLeftCents: last?.floatLeftCents ?? null,
    dayNeedsConfirmation: lastBusinessDay !== null && addDays(lastBusinessDay, 3) < businessDay,
  });
}
