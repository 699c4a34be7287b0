import type { Answer, Input } from '#contract/ipc.ts';
import { cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { sellingSession } from './selling.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { drawerOnly, queuePrint } from '../printing/queue.ts';

/** Opens the drawer without a sale: always with a reason, always journalled. */
export function openDrawer(deps: Deps, input: Input<'openDrawer'>): Answer<'openDrawer'> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  if (deps.printing.state().state === 'none') return refuse({ kind: 'no-printer' });
  deps.store.transaction(() => {
    deps.store.insertDrawerMovement({
      id: deps.newId(),
      sessionId: session.value.id,
      kind: 'opened',
      cents: cents(0),
      reason: input.reason,
      at: deps.now(),
      operator: signedIn(deps),
    });
    appendEvent(deps, 'drawer-opened', { reason: input.reason });
    queuePrint(deps, { document: drawerOnly, openDrawer: true });
  });
  deps.printing.wake();
  return ok(null);
}
