import type { BasketRefusal } from '#contract/basket.ts';
import type { BasketRow } from '#db/queries/baskets.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import { type SaleId, brandAs } from '#domain/ids.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Day, dayIn } from '#domain/time.ts';
import type { Deps } from '../deps.ts';

export const todayAtSite = (deps: Deps): Day => dayIn(deps.now(), deps.reference().site.timeZone);

/** A session never outlives its day: neither the business day chosen nor the day it was opened on is today. */
export function isStale(deps: Deps, session: Pick<SessionRow, 'businessDay' | 'openedAt'>): boolean {
  const today = todayAtSite(deps);
  return session.businessDay < today && dayIn(session.openedAt, deps.reference().site.timeZone) < today;
}

/** The session in which selling is possible now. */
export function sellingSession(
  deps: Deps,
): Result<SessionRow, Extract<BasketRefusal, { kind: 'no-session' | 'session-stale' }>> {
  const session = deps.store.openSessionOf(deps.till);
  if (!session) return refuse({ kind: 'no-session' });
  if (isStale(deps, session)) return refuse({ kind: 'session-stale', businessDay: session.businessDay });
  return ok(session);
}

/** The session in which a payment that began is ended: midnight does not undo money that was given. */
export const payingSession = (
  deps: Deps,
  row: Pick<BasketRow, 'payment'>,
): ReturnType<typeof sellingSession> => {
  const session = row.payment === null ? undefined : deps.store.openSessionOf(deps.till);
  return session ? ok(session) : sellingSession(deps);
};

/** The basket in progress, made when there is none: its id is the sale's, before any sale exists. */
export function currentBasket(deps: Deps): BasketRow {
  const kept = deps.store.currentBasket(deps.till);
  if (kept) return kept;
  const fresh: BasketRow = {
    saleId: brandAs<SaleId>(deps.newId()),
    till: deps.till,
    status: 'current',
    personId: null,
    lines: [],
    payment: null,
    heldTotalCents: null,
    changedAt: deps.now(),
  };
  deps.store.insertBasket(fresh);
  return fresh;
}

/** The basket in progress if its lines may still change. */
export function openBasket(deps: Deps): Result<{ readonly row: BasketRow; readonly on: Day }, BasketRefusal> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const row = currentBasket(deps);
  if (row.payment !== null) return refuse({ kind: 'basket-locked' });
  return ok({ row, on: session.value.businessDay });
}
