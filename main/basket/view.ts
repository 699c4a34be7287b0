import type { BasketView, LineView } from '#contract/basket.ts';
import type { BasketRow } from '#db/queries/basket.ts';
import type { LineVerdict } from '#domain/basket.ts';
import { productBySku } from '#domain/catalogue.ts';
import { type Cents, cents, sumCents } from '#domain/money.ts';
import { priceFor } from '#domain/pricing.ts';
import { mayBeLifted } from '#domain/reasons.ts';
import type { Tender } from '#domain/tender.ts';
import type { Day } from '#domain/time.ts';
import type { ReadingDeps } from '../deps.ts';
import { panelOf } from '../person/panel.ts';
import { type JudgedBasket, judgeBasket } from './judge.ts';
import { labelOf } from '../labels.ts';

/** The basket as the screen draws it, judged now. */
export const basketView = (deps: ReadingDeps, row: BasketRow, on: Day): BasketView =>
  viewOf(deps, judgeBasket(deps, row, on));

export function viewOf(deps: ReadingDeps, judged: JudgedBasket): BasketView {
  const { row, person, verdict, on } = judged;
  return {
    saleId: row.saleId,
    person: person && panelOf(deps, person, on),
    lines: verdict.lines.map((line) => lineView(deps, line, judged)),
    left: verdict.left,
    refusedCount: verdict.refusedCount,
    totalCents: verdict.totalCents,
    referenceCents: verdict.referenceCents,
    savingCents: verdict.savingCents,
    repriced: row.heldTotalCents !== null && row.heldTotalCents !== verdict.totalCents,
    payment: row.payment && paymentView(keptTenders(row), row.payment.cardPending, verdict.totalCents),
  };
}

/** Tenders were parsed when they came in; the column only gives them back. */
export const keptTenders = (row: BasketRow): readonly Tender[] =>
  (row.payment?.tenders ?? []) as readonly Tender[];

/** What the card terminal has taken so far for a basket. */
export const chargedCents = (row: BasketRow): Cents =>
  sumCents(keptTenders(row).map((tender) => (tender.kind === 'bankCard' ? tender.cents : 0)));

function paymentView(
  tenders: readonly Tender[],
  cardPending: number | null,
  totalCents: Cents,
): NonNullable<BasketView['payment']> {
  const paid = sumCents(tenders.map((tender) => tender.cents));
  return {
    tenders,
    remainingCents: cents(Math.max(0, totalCents - paid)),
    cardPending: cardPending === null ? null : cents(cardPending),
  };
}

function lineView(deps: ReadingDeps, judged: LineVerdict, basket: JudgedBasket): LineView {
  const { line, price, product, family } = judged;
  return {
    lineId: line.lineId,
    sku: line.sku,
    family: family.id,
    label: labelOf(deps, product),
    quantity: line.quantity,
    unitText: line.unit?.text ?? null,
    priceCents: price?.priceCents ?? null,
    referenceCents: price?.reference.cents ?? null,
    totalCents: judged.totalCents,
    savingCents: judged.savingCents,
    verdict: judged.verdict,
    reasons: judged.reasons,
    canOverride: judged.verdict === 'refused' && mayBeLifted(judged.reasons),
    householdCounts: family.cap?.householdLines === 'counted',
    replacementReasons: basket.person ? (family.cap?.replacements?.reasons ?? []) : [],
    replacement: line.replacement,
    forHousehold: line.forHousehold,
    alternative: alternativeView(deps, judged, basket),
  };
}

function alternativeView(
  deps: ReadingDeps,
  judged: LineVerdict,
  basket: JudgedBasket,
): LineView['alternative'] {
  if (judged.alternative === null) return null;
  const { catalogue } = deps.reference();
  const product = productBySku(catalogue, judged.alternative);
  const price = product && priceFor(catalogue, product, basket.on, { standing: basket.verdict.standing });
  return product && price
    ? { sku: product.sku, label: labelOf(deps, product), priceCents: price.priceCents }
    : null;
}
