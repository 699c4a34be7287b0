import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { currentBasket, sellingSession } from '../basket/current.ts';
import { basketView } from '../basket/view.ts';
import type { Deps } from '../deps.ts';

/** The basket in progress, judged now. */
export function basket(deps: Deps): Answer<'basket'> {
  const session = sellingSession(deps);
  return session.ok ? ok(basketView(deps, currentBasket(deps), session.value.businessDay)) : session;
}
