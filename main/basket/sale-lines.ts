import type { LineVerdict } from '#domain/basket.ts';
import { cents } from '#domain/money.ts';
import type { SaleLine } from '#domain/sale.ts';
import { type Day, lastDayOfWindow } from '#domain/time.ts';

/** A judged line frozen for the journal. @throws on a refused line: the caller checked. */
export function saleLineOf(judged: LineVerdict, on: Day): SaleLine {
  const { line, product, family, price } = judged;
  if (judged.verdict === 'refused' || !price) throw new Error('a refused line cannot be sold');
  return {
    lineId: line.lineId,
    sku: line.sku,
    family: family.id,
    label: product.label,
    quantity: line.quantity,
    unit: line.unit && { key: line.unit.key, text: line.unit.text },
    unitPriceCents: price.priceCents,
    unitReferenceCents: price.reference.cents,
    totalCents: judged.totalCents,
    referenceCents: cents(judged.totalCents + judged.savingCents),
    savingCents: judged.savingCents,
    referenceSource: price.reference.source,
    referenceOn: price.reference.on,
    priceListId: price.priceListId,
    rule: price.rule,
    tariff: price.tariff,
    vatCode: product.vat,
    entitledOnly: product.audience === 'entitled-only',
    forHousehold: line.forHousehold,
    replacement: line.replacement,
    overriddenBy: line.overriddenBy,
    warnings: judged.reasons.map((reason) => reason.code),
    guaranteeUntil: family.guaranteeMonths > 0 ? lastDayOfWindow(on, family.guaranteeMonths) : null,
    returns: null,
  };
}
