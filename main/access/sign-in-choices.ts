import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { isActive } from './is-active.ts';
import { operatorView } from './operator-view.ts';
import type { Deps } from '../deps.ts';
import { demoPasswordOf } from '../set-up/demo-team.ts';

/** Names that may sign in today. The demonstration point shows its passwords. */
export function signInChoices(deps: Deps): Answer<'signInChoices'> {
  const active = deps.store.operators().filter((one) => isActive(deps, one));
  return ok(
    active.map((one) => ({
      ...operatorView(one),
      demoPassword: deps.demo ? demoPasswordOf(one.code) : null,
      hasPin: one.pinHash !== null,
    })),
  );
}
