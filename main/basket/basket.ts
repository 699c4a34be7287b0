import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { currentBasket } from './current.ts';
import { payingSession } from '../session/selling.ts';
import { basketView } from './view.ts';
import type { Deps } from '../deps.ts';

/** The basket in progress, judged now. */
export function basket(deps: Deps): Answer<'basket'> {
  // A payment that midnight interrupted is still shown: it is finished or given up before the day is closed.
  const session = payingSession(deps, deps.store.currentBasket(deps.till) ?? { payment: null });
  return session.ok ? ok(basketView(deps, currentBasket(deps), session.value.businessDay)) : session;
}
