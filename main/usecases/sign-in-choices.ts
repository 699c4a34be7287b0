import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { operatorView } from '../access/operator-view.ts';
import { todayAtSite } from '../basket/current.ts';
import type { Deps } from '../deps.ts';
import { demoPasswordOf } from '../set-up/demo-team.ts';

/** Names that may sign in today. The demonstration point shows its passwords. */
export function signInChoices(deps: Deps): Answer<'signInChoices'> {
  const today = todayAtSite(deps);
  const active = deps.store
    .operators()
    .filter((one) => one.status === 'active' && (one.activeUntil === null || one.activeUntil >= today));
  return ok(
    active.map((one) => ({
      ...operatorView(one),
      demoPassword: deps.demo ? demoPasswordOf(one.code) : null,
      hasPin: one.pinHash !== null,
    })),
  );
}
