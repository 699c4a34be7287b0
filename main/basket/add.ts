import type { BasketRow } from '#db/queries/basket.ts';
import type { KeptLine } from '#db/schema/index.ts';
import type { LineId, Sku, UnitKey } from '#domain/ids.ts';
import { brandAs } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';

/** Puts a line at the end of a basket and keeps it at once: a crash loses nothing. */
export function addLine(
  deps: Deps,
  row: BasketRow,
  what: { readonly sku: Sku; readonly unit: { readonly key: UnitKey; readonly text: string } | null },
): { readonly row: BasketRow; readonly lineId: LineId } {
  const same = what.unit && row.lines.find((line) => line.unitKey === what.unit?.key);
  if (same) return { row, lineId: brandAs<LineId>(same.lineId) };
  const lineId = brandAs<LineId>(deps.newId());
  const line: KeptLine = {
    lineId,
    sku: what.sku,
    quantity: 1,
    unitKey: what.unit?.key ?? null,
    unitText: what.unit?.text ?? null,
    forHousehold: false,
    replacement: null,
    overriddenBy: null,
  };
  return { row: keepLines(deps, row, [...row.lines, line]), lineId };
}

export function keepLines(deps: Deps, row: BasketRow, lines: readonly KeptLine[]): BasketRow {
  // What the basket cost when it was held says nothing once its lines are others.
  const changed = { lines, heldTotalCents: null, changedAt: deps.now() };
  const kept = { ...row, ...changed };
  deps.store.saveBasket({ saleId: row.saleId, ...changed });
  deps.changed('basket');
  return kept;
}
