import type { Answer, Input } from '#contract/ipc.ts';
import { type SessionId, brandAs } from '#domain/ids.ts';
import { cashCountTotal, cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { addDays } from '#domain/time.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { afterClosing } from '../closing/after.ts';
import { closeEndedAtOpening } from '../closing/long.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { sessionView } from '../desk/desk-state.ts';

/** Opens the till on a business day with a counted float: nothing is sold before. Closes the month that ended. */
export function openSession(deps: Deps, input: Input<'openSession'>): Answer<'openSession'> {
  const { store, till } = deps;
  if (store.openSessionOf(till)) return refuse({ kind: 'session-open' });
  const last = store.lastSession(till);
  const { businessDay } = input;
  // A clock that was ahead left a day in the future: the till goes on from there, it is not shut until then.
  if (businessDay > todayAtSite(deps) && businessDay !== last?.businessDay)
    return refuse({ kind: 'day-in-future' });
  if (last && businessDay < last.businessDay)
    return refuse({ kind: 'day-before-last', lastBusinessDay: last.businessDay });
  if (last && addDays(last.businessDay, 3) < businessDay && !input.dayConfirmed)
    return refuse({ kind: 'day-needs-confirmation', lastBusinessDay: last.businessDay });
  const floatCents = cashCountTotal(input.count);
  const floatDifferenceCents = last?.floatLeftCents == null ? null : cents(floatCents - last.floatLeftCents);
  const row = {
    id: brandAs<SessionId>(deps.newId()),
    till,
    number: (last?.number ?? 0) + 1,
    businessDay,
    openedAt: deps.now(),
    openedBy: signedIn(deps),
    floatCents,
    floatCount: input.count as Record<string, number>,
    saleSeqBefore: store.lastRecord(till, 'sale')?.seq ?? 0,
    closedAt: null,
    floatLeftCents: null,
    closingSeq: null,
  };
  const ended = store.transaction(() => {
    const closed = closeEndedAtOpening(deps, businessDay);
    store.insertSession(row);
    store.insertCashCount({
      sessionId: row.id,
      at: row.openedAt,
      operator: row.openedBy,
      count: input.count,
    });
    appendEvent(deps, 'opening', { sessionId: row.id, businessDay, floatCents, floatDifferenceCents });
    return closed;
  });
  if (ended.length > 0) afterClosing(deps, ended);
  deps.changed('desk', 'basket');
  return ok({ ...sessionView(deps, row), floatDifferenceCents });
}
