import type { Answer, Input } from '#contract/ipc.ts';
import type { SessionRow } from '#db/queries/session.ts';
import { type Product, familyOf, hasVatRate, productBySku } from '#domain/catalogue.ts';
import { type LineId, type OperatorCode, brandAs } from '#domain/ids.ts';
import { type Cents, cents } from '#domain/money.ts';
import { entryOf, priceListOn, solidarityPrice } from '#domain/pricing.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { returnedUnitGoesTo } from '#domain/returns.ts';
import { type SaleLine, type SalePayload, vatTotals } from '#domain/sale.ts';
import { nothingByTender } from '#domain/tender.ts';
import { approve } from '../access/approve.ts';
import { sellingSession } from '../session/selling.ts';
import { withStock } from '../stock/with-stock.ts';
import { type ReadUnit, readUnitText } from '../basket/unit-text.ts';
import { contentHashOf, nextNumber, writeSale } from '../sale/write-sale.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { signedReason } from '../journal/typed.ts';
import { appendEvent } from '../journal/append.ts';
import { drawerOnly, queuePrint } from '../printing/queue.ts';
import { sellerNow } from '../sale/seller.ts';
import { vatRatesOf } from '../sale/vat.ts';
import { labelOf } from '../labels.ts';

type Asked = Input<'returnWithoutTicket'>;
type Answered = Answer<'returnWithoutTicket'>;

/**
 * Something comes back and its ticket cannot be found: a manager's exception, given back in cash at the solidarity
 * price of the day, which is the least that anybody can have paid. What is followed one by one and was sold here has
 * a ticket: the return is made from it.
 */
export async function returnWithoutTicket(deps: Deps, input: Asked): Promise<Answered> {
  const approver = await approve(deps, input.approval);
  if (!approver.ok) return approver;
  const answer = deps.store.transaction(() => returnInside(deps, input, approver.value));
  if (answer.ok) {
    deps.printing.wake();
    deps.changed('tickets', 'stock', 'desk', 'money');
  }
  return answer;
}

function returnInside(deps: Deps, input: Asked, approvedBy: OperatorCode): Answered {
  const { sku, quantity, unit: unitText, condition } = input;
  const contentHash = contentHashOf(deps, { sku, quantity, unitText, condition });
  const known = deps.store.saleById(input.returnId);
  if (known)
    return known.contentHash === contentHash
      ? ok({ saleId: known.id, number: known.number, refundCents: cents(-known.totalCents) })
      : refuse({ kind: 'sale-already-finished', number: known.number });
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const { catalogue } = deps.reference();
  const product = productBySku(catalogue, sku);
  if (!product) return refuse({ kind: 'product-unknown', text: sku });
  const unit = unitBack(deps, product, unitText);
  if (!unit.ok) return unit;
  const line = lineBack(deps, product, { input, unit: unit.value, session: session.value });
  if (!line) return refuse({ kind: 'no-price-today', label: labelOf(deps, product) });
  const payload = write(deps, { input, line, session: session.value, approvedBy, contentHash });
  return ok({ saleId: payload.saleId, number: payload.number, refundCents: cents(-payload.totalCents) });
}

function unitBack(
  deps: Deps,
  product: Product,
  text: string | null,
): Result<ReadUnit | null, Extract<Answered, { ok: false }>['refusal']> {
  if (product.unit === null) return ok(null);
  const read =
    text === null
      ? { reason: 'missing' }
      : readUnitText(product, text, deps.reference().catalogue.policy.deviceLabelPattern);
  if ('reason' in read) return refuse({ kind: 'unit-needed-back', label: labelOf(deps, product) });
  const sale = deps.store.saleOfUnit(read.key);
  if (sale) return refuse({ kind: 'ticket-is-known', saleId: sale.id, number: sale.number });
  // What stands in our stock was never sold: there is nothing to give back.
  const here = deps.store.unitByKey(read.key)?.status;
  if (here !== undefined && here !== 'sold' && here !== 'written-off')
    return refuse({ kind: 'unit-never-sold', text: read.text });
  return ok(read);
}

function lineBack(
  deps: Deps,
  product: Product,
  back: { readonly input: Asked; readonly unit: ReadUnit | null; readonly session: SessionRow },
): SaleLine | null {
  const { catalogue, site } = deps.reference();
  if (!hasVatRate(site, product.vat)) return null;
  const list = priceListOn(catalogue, back.session.businessDay);
  const entry = list && entryOf(catalogue, list, product.sku);
  if (!list || !entry) return null;
  const unitPriceCents = solidarityPrice(entry.reference.cents, entry.price);
  const quantity = back.unit ? -1 : -back.input.quantity;
  const times = (amount: number): Cents => cents(quantity * amount);
  const lineId = brandAs<LineId>(deps.newId());
  const family = familyOf(catalogue, product);
  const line: SaleLine = {
    lineId,
    sku: product.sku,
    family: product.family,
    label: product.label,
    quantity,
    unit: back.unit && { key: back.unit.key, text: back.unit.text },
    unitPriceCents,
    unitReferenceCents: entry.reference.cents,
    totalCents: times(unitPriceCents),
    referenceCents: times(entry.reference.cents),
    savingCents: times(entry.reference.cents - unitPriceCents),
    referenceSource: entry.reference.source,
    referenceOn: entry.reference.on,
    priceListId: list.id,
    rule: entry.price,
    tariff: 'solidarity',
    vatCode: product.vat,
    entitledOnly: product.audience === 'entitled-only',
    forHousehold: false,
    replacement: null,
    overriddenBy: null,
    warnings: [],
    guaranteeUntil: null,
    // No line is known to come back: it names itself, and why.
    returns: { lineId, reason: `without-ticket:${back.input.condition}` },
  };
  return withStock(deps, line, family ? returnedUnitGoesTo(family, back.input.condition) : 'returned');
}

function write(
  deps: Deps,
  back: {
    readonly input: Asked;
    readonly line: SaleLine;
    readonly session: SessionRow;
    readonly approvedBy: OperatorCode;
    readonly contentHash: string;
  },
): SalePayload {
  const { input, line, session, approvedBy, contentHash } = back;
  const { body, catalogue, site } = deps.reference();
  const { sequence, number } = nextNumber(deps, session);
  const { totalCents, referenceCents, savingCents } = line;
  const payload: SalePayload = {
    saleId: input.returnId,
    number,
    kind: 'return',
    operator: signedIn(deps),
    approvedBy,
    personId: null,
    entitlementId: null,
    policyVersion: catalogue.policy.version,
    referenceNumber: body.number,
    lines: [line],
    totalCents,
    referenceCents,
    savingCents,
    vat: vatTotals([line], vatRatesOf(site)),
    tenders: totalCents === 0 ? [] : [{ kind: 'cash', cents: totalCents }],
    changeCents: cents(0),
    netByKind: { ...nothingByTender, cash: totalCents },
    original: null,
    version: deps.version,
    ...sellerNow(deps),
  };
  writeSale(deps, payload, { session, sequence, contentHash, original: null });
  appendEvent(deps, 'override', { sku: line.sku, ...signedReason(deps, input.reason), approvedBy });
  takeBack(deps, line, session);
  if (totalCents < 0) queuePrint(deps, { document: drawerOnly, openDrawer: true });
  return payload;
}

/** Goods without a past go where the family says; a unit that nobody received here is noted from now on. */
function takeBack(deps: Deps, { unit, sku, stock }: SaleLine, { businessDay }: SessionRow): void {
  if (!unit || stock === undefined || stock === 'counted') return;
  const row = { key: unit.key, text: unit.text, sku, status: stock, receivedAtSale: false };
  if (deps.store.unitByKey(unit.key)) deps.store.saveUnit({ key: unit.key, status: stock });
  else deps.store.insertUnit({ ...row, receivedOn: businessDay });
}
