import type { BasketRefusal } from '#contract/basket.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import type { SessionRow } from '#db/queries/session.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { dayIn } from '#domain/time.ts';
import type { ReadingDeps } from '../deps.ts';
import { todayAtSite } from '../today.ts';

/** A session never outlives its day: neither the business day chosen nor the day it was opened on is today. */
export function isStale(deps: ReadingDeps, session: Pick<SessionRow, 'businessDay' | 'openedAt'>): boolean {
  const today = todayAtSite(deps);
  return session.businessDay < today && dayIn(session.openedAt, deps.reference().site.timeZone) < today;
}

/** The session in which selling is possible now. */
export function sellingSession(
  deps: ReadingDeps,
): Result<SessionRow, Extract<BasketRefusal, { kind: 'no-session' | 'session-stale' }>> {
  const session = deps.store.openSessionOf(deps.till);
  if (!session) return refuse({ kind: 'no-session' });
  if (isStale(deps, session)) return refuse({ kind: 'session-stale', businessDay: session.businessDay });
  return ok(session);
}

/** The session in which a payment that began is ended: midnight does not undo money that was given. */
export const payingSession = (
  deps: ReadingDeps,
  row: Pick<BasketRow, 'payment'>,
): ReturnType<typeof sellingSession> => {
  const session = row.payment === null ? undefined : deps.store.openSessionOf(deps.till);
  return session ? ok(session) : sellingSession(deps);
};
