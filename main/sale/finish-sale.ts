import type { Answer, Input, Output } from '#contract/ipc.ts';
import type { FinishRefusal } from '#contract/sale.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import type { SessionRow } from '#db/queries/session.ts';
import { sumCents } from '#domain/money.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type SalePayload, vatTotals } from '#domain/sale.ts';
import { type Settlement, isFarAbove, settle } from '#domain/tender.ts';
import { payingSession } from '../session/selling.ts';
import { finishedSale } from '../basket/finished.ts';
import { type JudgedBasket, judgeBasket } from '../basket/judge.ts';
import { saleLineOf } from '../basket/sale-lines.ts';
import { contentHashOf, nextNumber, writeSale } from './write-sale.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { withStock } from '../stock/with-stock.ts';
import { sellerNow } from './seller.ts';
import { vatRatesOf } from './vat.ts';
import { drawerOnly, queuePrint } from '../printing/queue.ts';
import { ticketOf } from '../ticket/document.ts';

type Finish = Input<'finishSale'>;

/**
 * "Encaisser": one transaction re-evaluates the rules, takes the number and writes everything. Finishing a known
 * id with the same content returns the first answer; with other content it is refused.
 */
export function finishSale(deps: Deps, input: Finish): Answer<'finishSale'> {
  const answer = deps.store.transaction(() => finishInside(deps, input));
  if (answer.ok) {
    deps.printing.wake();
    deps.changed('basket', 'tickets', 'stock', 'desk', 'print-jobs', 'money');
  }
  return answer;
}

function finishInside(deps: Deps, input: Finish): Result<Output<'finishSale'>, FinishRefusal> {
  const row = deps.store.basketById(input.saleId);
  if (!row || row.till !== deps.till) return refuse({ kind: 'basket-unknown' });
  const contentHash = contentHashOf(deps, { person: row.personId, lines: row.lines, tenders: input.tenders });
  const known = deps.store.saleById(input.saleId);
  if (known)
    return known.contentHash === contentHash
      ? ok(finishedSale(deps, known))
      : refuse({ kind: 'sale-already-finished', number: known.number });
  if (row.status !== 'current') return refuse({ kind: 'basket-unknown' });
  const session = payingSession(deps, row);
  if (!session.ok) return session;
  const judged = judgeBasket(deps, row, session.value.businessDay);
  const settled = settleBasket(judged, input);
  if (!settled.ok) return settled;
  commitSale(deps, judged, { session: session.value, settlement: settled.value, contentHash });
  const sale = deps.store.saleById(input.saleId);
  if (!sale) throw new Error('the sale just written is not there');
  return ok(finishedSale(deps, sale));
}

function settleBasket({ verdict }: JudgedBasket, input: Finish): Result<Settlement, FinishRefusal> {
  if (verdict.lines.length === 0) return refuse({ kind: 'basket-empty' });
  if (verdict.refusedCount > 0) return refuse({ kind: 'lines-refused', count: verdict.refusedCount });
  if (verdict.totalCents !== input.expectedTotalCents)
    return refuse({ kind: 'total-changed', totalCents: verdict.totalCents });
  const settled = settle(verdict.totalCents, input.tenders);
  if (!settled.ok || input.cashChecked || !isFarAbove(verdict.totalCents, settled.value)) return settled;
  const givenCents = sumCents(input.tenders.filter((one) => one.kind === 'cash').map((one) => one.cents));
  return refuse({ kind: 'cash-far-above', givenCents, changeCents: settled.value.changeCents });
}

interface Settled {
  readonly session: SessionRow;
  readonly settlement: Settlement;
  readonly contentHash: string;
}

function commitSale(deps: Deps, judged: JudgedBasket, settled: Settled): void {
  const { session, settlement } = settled;
  const { sequence, number } = nextNumber(deps, session);
  const payload = payloadFor(deps, judged, { number, settlement });
  writeSale(deps, payload, { session, sequence, contentHash: settled.contentHash, original: null });
  takeUnits(deps, payload, judged);
  deps.store.setBasketStatus(payload.saleId, 'finished', deps.now());
  queueTicket(deps, judged.row, {
    payload,
    judged,
    cash: settlement.netByKind.cash !== 0 || settlement.changeCents > 0,
  });
}

function payloadFor(
  deps: Deps,
  judged: JudgedBasket,
  paid: { readonly number: SalePayload['number']; readonly settlement: Settlement },
): SalePayload {
  const { verdict, on, person, row } = judged;
  const { body } = deps.reference();
  const lines = verdict.lines.map((line) => withStock(deps, saleLineOf(line, on), 'sold'));
  const { standing } = verdict;
  return {
    saleId: row.saleId,
    number: paid.number,
    kind: 'sale',
    operator: signedIn(deps),
    approvedBy: null,
    personId: person?.personId ?? null,
    entitlementId: standing.kind === 'entitled' ? standing.entitlement.id : null,
    policyVersion: body.catalogue.policy.version,
    referenceNumber: body.number,
    lines,
    totalCents: verdict.totalCents,
    referenceCents: sumCents(lines.map((line) => line.referenceCents)),
    savingCents: verdict.savingCents,
    vat: vatTotals(lines, vatRatesOf(deps.reference().site)),
    tenders: paid.settlement.tenders,
    changeCents: paid.settlement.changeCents,
    netByKind: paid.settlement.netByKind,
    original: null,
    version: deps.version,
    ...sellerNow(deps),
  };
}

/** Units go out one by one; a well-formed one that nobody received here is noted "received at the sale". */
function takeUnits(deps: Deps, payload: SalePayload, { on }: JudgedBasket): void {
  for (const { unit, sku } of payload.lines) {
    if (!unit) continue;
    if (deps.store.unitByKey(unit.key)) deps.store.markUnitSold(unit.key, on, payload.saleId);
    else
      deps.store.insertUnit({
        key: unit.key,
        text: unit.text,
        sku,
        status: 'sold',
        receivedAtSale: true,
        soldOn: on,
        saleId: payload.saleId,
      });
  }
}

/** Paper only where it is due; cash opens the drawer either way. */
function queueTicket(
  deps: Deps,
  row: BasketRow,
  sold: { readonly payload: SalePayload; readonly judged: JudgedBasket; readonly cash: boolean },
): void {
  const due = sold.judged.verdict.lines.some((line) => line.family.ticketDue);
  const sale = due ? deps.store.saleById(row.saleId) : undefined;
  if (sale) queuePrint(deps, { document: ticketOf(deps, sale, 1), saleId: sale.id, openDrawer: sold.cash });
  else if (sold.cash) queuePrint(deps, { document: drawerOnly, openDrawer: true });
}
