import type { Answer, Input } from '#contract/ipc.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { ok, refuse } from '#domain/result.ts';
import { expectedCash } from '#domain/closing.ts';
import { approverOf } from '../access/approve.ts';
import { sellingSession } from './selling.ts';
import { drawerOf } from './drawer.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';
import { drawerOnly, queuePrint } from '../printing/queue.ts';

/** Money put in or taken out of the drawer beside a sale; a manager does it or approves it. */
export async function moveCash(deps: Deps, input: Input<'moveCash'>): Promise<Answer<'moveCash'>> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  if (input.cents === 0) return refuse({ kind: 'amount-needed' });
  const approver = await approverOf(deps, input.approval, input.kind);
  if (!approver.ok) return approver;
  const moved = deps.store.transaction(() => moveInside(deps, input, approver.value));
  if (moved.ok) {
    deps.printing.wake();
    deps.changed('desk', 'money');
  }
  return moved;
}

function moveInside(deps: Deps, input: Input<'moveCash'>, approver: OperatorCode): Answer<'moveCash'> {
  // Asked again: it may have been closed while a manager typed.
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const known = deps.store.drawerMovementsOf(session.value.id).some((one) => one.id === input.moveId);
  if (known) return ok(null);
  if (input.kind === 'drop' && input.cents > expectedCash(drawerOf(deps, session.value)))
    return refuse({ kind: 'more-than-in-drawer' });
  const { kind, cents, reason, envelope } = input;
  const operator = signedIn(deps);
  deps.store.insertDrawerMovement({
    id: input.moveId,
    sessionId: session.value.id,
    kind,
    cents,
    reason,
    envelope,
    at: deps.now(),
    operator,
    approvedBy: approver === operator ? null : approver,
  });
  appendEvent(deps, kind, { cents, reason, envelope, approvedBy: approver });
  queuePrint(deps, { document: drawerOnly, openDrawer: true });
  return ok(null);
}
