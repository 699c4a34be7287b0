import type { Answer, Input } from '#contract/ipc.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import { type LineId, type OperatorCode, brandAs } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { SaleLine, SalePayload } from '#domain/sale.ts';
import { approve } from '../access/approve.ts';
import { sellingSession } from '../session/selling.ts';
import { contentHashOf } from '../sale/write-sale.ts';
import type { Deps } from '../deps.ts';
import { signedSale } from '../journal/read.ts';
import { drawerOnly, queuePrint } from '../printing/queue.ts';
import { rootOf } from '../return/root.ts';
import { writeReturnRecord } from '../return/write.ts';
import { takenElsewhere } from './taken-elsewhere.ts';

type Asked = Input<'correctPrice'>;
type Answered = Answer<'correctPrice'>;

/**
 * "Le prix était trop élevé": nothing is edited. A record takes the line back at what was charged and sells it again
 * at the right price; the difference goes back as it was paid. Only downwards: nobody is asked for more afterwards.
 */
export async function correctPrice(deps: Deps, input: Asked): Promise<Answered> {
  const ticket = deps.store.saleById(input.saleId);
  const elsewhere = takenElsewhere(deps, ticket && rootOf(deps, ticket));
  if (elsewhere) return refuse(elsewhere);
  const approver = await approve(deps, input.approval);
  if (!approver.ok) return approver;
  const answer = deps.store.transaction(() => correctInside(deps, input, approver.value));
  if (answer.ok) {
    deps.printing.wake();
    deps.changed('tickets', 'desk', 'money');
  }
  return answer;
}

function correctInside(deps: Deps, input: Asked, approvedBy: OperatorCode): Answered {
  const ticket = deps.store.saleById(input.saleId);
  const sale = ticket && rootOf(deps, ticket);
  if (!ticket || !sale) return refuse({ kind: 'sale-unknown' });
  const { lineId, unitPriceCents, reason } = input;
  const contentHash = contentHashOf(deps, { of: input.saleId, lineId, unitPriceCents });
  const known = deps.store.saleById(input.correctionId);
  if (known)
    return known.contentHash === contentHash
      ? ok(answerOf(signedSale(deps, known).payload))
      : refuse({ kind: 'sale-already-finished', number: known.number });
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const lines = linesFor(deps, ticket, { lineId, unitPriceCents, reason, approvedBy });
  if (!lines.ok) return lines;
  const payload = writeReturnRecord(deps, {
    returnId: input.correctionId,
    sale,
    session: session.value,
    plan: { lines: lines.value },
    approvedBy,
    contentHash,
  });
  if (payload.netByKind.cash < 0) queuePrint(deps, { document: drawerOnly, openDrawer: true });
  return ok(answerOf(payload));
}

type LineRefusal =
  | { readonly kind: 'return-line-unknown' }
  | { readonly kind: 'return-too-many'; readonly left: number }
  | { readonly kind: 'price-not-lower'; readonly unitPriceCents: SaleLine['unitPriceCents'] };

/** What is left of a line, taken back as it was charged and sold again at the right price. */
function linesFor(
  deps: Deps,
  ticket: SaleRow,
  right: Pick<Asked, 'lineId' | 'unitPriceCents' | 'reason'> & { readonly approvedBy: OperatorCode },
): Result<readonly SaleLine[], LineRefusal> {
  const line = signedSale(deps, ticket).payload.lines.find((one) => one.lineId === right.lineId);
  if (!line) return refuse({ kind: 'return-line-unknown' });
  const left = line.quantity - (deps.store.returnedByLine([line.lineId])[line.lineId] ?? 0);
  if (left <= 0) return refuse({ kind: 'return-too-many', left: 0 });
  if (right.unitPriceCents >= line.unitPriceCents)
    return refuse({ kind: 'price-not-lower', unitPriceCents: line.unitPriceCents });
  const newLine = (quantity: number, unitPriceCents: number): SaleLine => ({
    ...line,
    lineId: brandAs<LineId>(deps.newId()),
    quantity,
    unitPriceCents: cents(unitPriceCents),
    totalCents: cents(quantity * unitPriceCents),
    referenceCents: cents(quantity * line.unitReferenceCents),
    savingCents: cents(quantity * (line.unitReferenceCents - unitPriceCents)),
    warnings: [],
  });
  const { lineId, reason, approvedBy } = right;
  return ok([
    { ...newLine(-left, line.unitPriceCents), guaranteeUntil: null, returns: { lineId, reason } },
    { ...newLine(left, right.unitPriceCents), overriddenBy: approvedBy, returns: null },
  ]);
}

const answerOf = ({ saleId, number, netByKind }: SalePayload) => ({
  saleId,
  number,
  refundByKind: netByKind,
});
