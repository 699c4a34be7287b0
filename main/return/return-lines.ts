import type { Answer, Input } from '#contract/ipc.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { SessionRow } from '#db/queries/session.ts';
import type { OperatorCode } from '#domain/ids.ts';
import { sumCents } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { may } from '#domain/roles.ts';
import { approve } from '../access/approve.ts';
import { sellingSession } from '../session/selling.ts';
import { contentHashOf } from '../sale/write-sale.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { type PlannedReturn, planReturn } from './plan.ts';
import { signedReason } from '../journal/typed.ts';
import { appendEvent } from '../journal/append.ts';
import { rootOf } from './root.ts';
import { writeReturn } from './write.ts';
import { signedSale } from '../journal/read.ts';

type ReturnInput = Input<'returnLines'>;
type ReturnAnswer = Answer<'returnLines'>;

/** "Rembourser ou échanger": a new signed record with negative lines; the first sale stays as it is. */
export async function returnLines(deps: Deps, input: ReturnInput): Promise<ReturnAnswer> {
  const approver = input.override ? await approve(deps, input.override.approval) : ok(null);
  if (!approver.ok) return approver;
  const answer = deps.store.transaction(() => returnInside(deps, input, approver.value));
  if (answer.ok) {
    deps.printing.wake();
    deps.changed('tickets', 'stock', 'basket', 'desk', 'money');
  }
  return answer;
}

function returnInside(deps: Deps, input: ReturnInput, approvedBy: OperatorCode | null): ReturnAnswer {
  const ticket = deps.store.saleById(input.saleId);
  const sale = ticket && rootOf(deps, ticket);
  if (!ticket || !sale) return refuse({ kind: 'sale-unknown' });
  const contentHash = contentHashOf(deps, { of: input.saleId, lines: input.lines });
  const known = deps.store.saleById(input.returnId);
  if (known)
    return known.contentHash === contentHash
      ? ok({
          saleId: known.id,
          number: known.number,
          refundByKind: signedSale(deps, known).payload.netByKind,
        })
      : refuse({ kind: 'sale-already-finished', number: known.number });
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const plan = planReturn(deps, ticket, { lines: input.lines, overridden: approvedBy !== null });
  if (!plan.ok) return plan;
  if (input.override && approvedBy !== null)
    appendEvent(deps, 'override', {
      of: sale.number,
      ...signedReason(deps, input.override.reason),
      approvedBy,
    });
  const allowed = mayRefund(deps, plan.value, approvedBy);
  if (!allowed.ok) return allowed;
  return ok(
    committed(deps, { input, sale, session: session.value, plan: plan.value, approvedBy, contentHash }),
  );
}

/** An exchange and a small refund are the seller's; more than the policy's amount takes a manager. */
function mayRefund(
  deps: Deps,
  plan: PlannedReturn,
  approvedBy: OperatorCode | null,
): Result<null, { readonly kind: 'approval-needed'; readonly act: string }> {
  if (approvedBy !== null || may(deps.store.operatorByCode(signedIn(deps)) ?? null, 'manager'))
    return ok(null);
  const refund = -sumCents(plan.lines.map((line) => line.totalCents));
  const limit = deps.reference().catalogue.policy.refundLimitForSellerCents;
  return refund > limit ? refuse({ kind: 'approval-needed', act: 'refund' }) : ok(null);
}

function committed(
  deps: Deps,
  context: {
    readonly input: ReturnInput;
    readonly sale: SaleRow;
    readonly session: SessionRow;
    readonly plan: PlannedReturn;
    readonly approvedBy: OperatorCode | null;
    readonly contentHash: string;
  },
): Extract<ReturnAnswer, { ok: true }>['value'] {
  const { input, sale, session, plan, approvedBy, contentHash } = context;
  const written = writeReturn(deps, {
    returnId: input.returnId,
    sale,
    session,
    plan,
    approvedBy,
    contentHash,
  });
  return {
    saleId: input.returnId,
    number: written.number,
    refundByKind: written.netByKind,
  };
}
