import type { Answer, Input } from '#contract/ipc.ts';
import { expectedCash } from '#domain/closing.ts';
import { cashCountTotal, cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { sellingSession } from './selling.ts';
import { drawerOf } from './drawer.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/** What is in the drawer when somebody hands it over: kept with what should be there, whatever it says. */
export function countHandover(deps: Deps, input: Input<'countHandover'>): Answer<'countHandover'> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  if (Object.values(input.cash).every((one) => one === undefined)) return refuse({ kind: 'count-empty' });
  const countedCents = cashCountTotal(input.cash);
  const expectedCents = expectedCash(drawerOf(deps, session.value));
  const differenceCents = cents(countedCents - expectedCents);
  deps.store.transaction(() => {
    deps.store.insertCashCount({
      sessionId: session.value.id,
      at: deps.now(),
      operator: signedIn(deps),
      count: { handover: input.cash },
    });
    appendEvent(deps, 'handover-counted', { countedCents, expectedCents, differenceCents });
  });
  return ok({ countedCents, expectedCents, differenceCents });
}
