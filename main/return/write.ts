import type { SaleRow } from '#db/queries/sale.ts';
import type { SessionRow } from '#db/queries/session.ts';
import type { OperatorCode, SaleId } from '#domain/ids.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { type SalePayload, vatTotals } from '#domain/sale.ts';
import {
  type ByTender,
  type Tender,
  type Undertaking,
  minusByTender,
  nothingByTender,
  refundSplit,
  sharedDue,
  undertakingsOf,
} from '#domain/tender.ts';
import { withStock } from '../stock/with-stock.ts';
import { nextNumber, writeSale } from '../sale/write-sale.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { drawerOnly, queuePrint } from '../printing/queue.ts';
import { signedSale } from '../journal/read.ts';
import { correctionsOf, netNow, personNow, tendersNow } from '../ticket/view.ts';
import { sellerNow } from '../sale/seller.ts';
import { vatRatesPaid } from '../sale/vat.ts';
import type { PlannedReturn } from './plan.ts';

export interface RecordToWrite {
  readonly returnId: SaleId;
  /** The sale that was paid; a line may come from an exchange made of it. */
  readonly sale: SaleRow;
  readonly session: SessionRow;
  readonly plan: Pick<PlannedReturn, 'lines'>;
  readonly approvedBy: OperatorCode | null;
  readonly contentHash: string;
}

export interface ReturnToWrite extends RecordToWrite {
  readonly plan: PlannedReturn;
}

/** Writes a return: record, rows, units back where the family says, money as it was paid. */
export function writeReturn(deps: Deps, to: ReturnToWrite): SalePayload {
  const goesTo = new Map(to.plan.accepted.map((one) => [one.line.lineId, one.unitGoesTo]));
  const lines = to.plan.lines.map((line) =>
    withStock(deps, line, line.returns ? (goesTo.get(line.returns.lineId) ?? 'returned') : 'sold'),
  );
  const payload = writeReturnRecord(deps, { ...to, plan: { lines } });
  moveUnits(deps, to, payload);
  if (payload.netByKind.cash < 0) queuePrint(deps, { document: drawerOnly, openDrawer: true });
  return payload;
}

/** The record alone, with its rows: money goes back by the tenders that paid, goods stay where they are. */
export function writeReturnRecord(deps: Deps, to: RecordToWrite): SalePayload {
  const { sequence, number } = nextNumber(deps, to.session);
  const payload = { ...payloadFor(deps, to), number };
  const { session, contentHash, sale } = to;
  writeSale(deps, payload, { session, sequence, contentHash, original: sale });
  return payload;
}

function payloadFor(
  deps: Deps,
  { returnId, sale, plan, approvedBy }: RecordToWrite,
): Omit<SalePayload, 'number'> {
  const original = signedSale(deps, sale).payload;
  const corrections = correctionsOf(deps, sale);
  const { lines } = plan;
  const totalCents = sumCents(lines.map((line) => line.totalCents));
  const paid = netNow(original.netByKind, corrections);
  const already = refundedSoFar(deps, sale);
  const split = refundSplit(cents(-totalCents), paid, already);
  const { body, catalogue } = deps.reference();
  return {
    saleId: returnId,
    kind: 'return',
    operator: signedIn(deps),
    approvedBy,
    personId: personNow(sale, corrections),
    entitlementId: original.entitlementId,
    policyVersion: catalogue.policy.version,
    referenceNumber: body.number,
    lines,
    totalCents,
    referenceCents: sumCents(lines.map((line) => line.referenceCents)),
    savingCents: sumCents(lines.map((line) => line.savingCents)),
    vat: vatTotals(lines, vatRatesPaid(original)),
    tenders: refundTenders(
      split,
      undertakingsOf(tendersNow(original.tenders, corrections)),
      cents(paid.structureCredit - already.structureCredit),
    ),
    changeCents: cents(0),
    netByKind: minusByTender(nothingByTender, split),
    original: sale.number,
    version: deps.version,
    ...sellerNow(deps),
  };
}

/** Money goes back as it came; a structure's is named by its undertaking, so that it is no longer asked for it. */
function refundTenders(split: ByTender, named: readonly Undertaking[], creditDue: Cents): Tender[] {
  const after = sharedDue(named, cents(creditDue - split.structureCredit));
  const credits = sharedDue(named, creditDue).map((one, index): Tender => ({
    ...one,
    cents: cents((after[index]?.cents ?? 0) - one.cents),
  }));
  const back: Tender[] = [
    { kind: 'cash', cents: cents(-split.cash) },
    { kind: 'bankCard', cents: cents(-split.bankCard), reference: null },
    ...credits,
  ];
  return back.filter((one) => one.cents < 0);
}

const refundedSoFar = (deps: Deps, sale: SaleRow): ByTender =>
  deps.store
    .returnsOf(sale.id)
    .map((earlier) => signedSale(deps, earlier).payload.netByKind)
    .reduce(minusByTender, nothingByTender);

function moveUnits(deps: Deps, { session, returnId }: ReturnToWrite, payload: SalePayload): void {
  for (const { unit, returns, stock } of payload.lines) {
    if (!unit || stock === undefined || stock === 'counted') continue;
    // Whoever gets it next is another person: nothing of this hand-over is theirs.
    const handOver = { soldOn: null, saleId: null, identityHow: null, identityAt: null, identityBy: null };
    if (returns) deps.store.saveUnit({ key: unit.key, status: stock, ...handOver });
    else deps.store.markUnitSold(unit.key, session.businessDay, returnId);
  }
}
