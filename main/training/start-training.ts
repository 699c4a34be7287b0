import type { Answer } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { sellingSession } from '../session/selling.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Into the practice point; this one gains the event, and nothing else until it is left. */
export async function startTraining(deps: Deps): Promise<Answer<'startTraining'>> {
  const { store, till } = deps;
  if (deps.practice.state()) return refuse({ kind: 'training-already' });
  const session = sellingSession(deps);
  if (!session.ok) return session;
  if ((store.currentBasket(till)?.lines.length ?? 0) > 0) return refuse({ kind: 'basket-in-use' });
  store.transaction(() => {
    appendEvent(deps, 'training-on');
    store.saveSetting(till, 'training', true);
  });
  try {
    await deps.practice.begin();
  } catch (error) {
    store.transaction(() => {
      appendEvent(deps, 'training-off', { how: 'failed' });
      store.saveSetting(till, 'training', false);
    });
    throw error;
  }
  return ok(null);
}
