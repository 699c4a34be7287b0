import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { checkClosing } from './check.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';

/** "Vérifier": keeps the count as given, then says what it is compared with. */
export function checkCount(deps: Deps, input: Input<'checkCount'>): Answer<'checkCount'> {
  const session = deps.store.openSessionOf(deps.till);
  if (!session) return refuse({ kind: 'no-session' });
  if (Object.values(input.cash).every((one) => one === undefined)) return refuse({ kind: 'count-empty' });
  deps.store.insertCashCount({
    sessionId: session.id,
    at: deps.now(),
    operator: signedIn(deps),
    count: input,
  });
  return ok(checkClosing(deps, session, input));
}
