import type { Approval, ApprovalRefusal } from '#contract/form/fields.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { SessionRow } from '#db/queries/session.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { type Result, ok } from '#domain/result.ts';
import type { Day } from '#domain/time.ts';
import { approverOf } from '../access/approve.ts';
import { sellingSession } from '../session/selling.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';

export type LaterRefusal =
  | { readonly kind: 'no-session' }
  | { readonly kind: 'session-stale'; readonly businessDay: Day }
  | ApprovalRefusal;

/**
 * Who may put a sale right: its seller during its session, a manager later or for somebody else. Gives the open
 * session and the approver, null when none was needed.
 */
export async function mayCorrect(
  deps: Deps,
  sale: SaleRow,
  approval: Approval | null,
): Promise<Result<{ readonly session: SessionRow; readonly approvedBy: OperatorCode | null }, LaterRefusal>> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const own = sale.sessionId === session.value.id && sale.operator === signedIn(deps);
  if (own) return ok({ session: session.value, approvedBy: null });
  const approver = await approverOf(deps, approval, 'correction');
  if (!approver.ok) return approver;
  // The session may have been closed while a manager typed.
  const still = sellingSession(deps);
  return still.ok ? ok({ session: still.value, approvedBy: approver.value }) : still;
}
