import type { BasketRow } from '#db/queries/basket.ts';
import type { KeptLine } from '#db/schema/index.ts';
import { type BasketLine, type BasketUnit, type BasketVerdict, evaluateBasket } from '#domain/basket.ts';
import { productBySku } from '#domain/catalogue.ts';
import { type LineId, type Sku, type UnitKey, brandAs } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import type { ReadingDeps } from '../deps.ts';
import { type AtDesk, atDesk } from '../person/buyer.ts';

export interface JudgedBasket {
  readonly row: BasketRow;
  readonly on: Day;
  readonly person: AtDesk | null;
  readonly verdict: BasketVerdict;
}

/** Judges a kept basket as the rules stand now. The screen and the commit both come through here. */
export function judgeBasket(deps: ReadingDeps, row: BasketRow, on: Day): JudgedBasket {
  const { catalogue, site } = deps.reference();
  // A product may be withdrawn by the next reference while a basket holds it: its line is gone, the till goes on.
  const lines = row.lines.filter((line) => productBySku(catalogue, brandAs<Sku>(line.sku)));
  const person = row.personId === null ? null : (atDesk(deps, row.personId) ?? null);
  const verdict = evaluateBasket({
    catalogue,
    site: site.code,
    on,
    buyer: person?.buyer ?? null,
    usage: person?.usage ?? [],
    lines: lines.map((line) => basketLine(deps, line)),
  });
  return { row, on, person, verdict };
}

const basketLine = (deps: ReadingDeps, line: KeptLine): BasketLine => ({
  lineId: brandAs<LineId>(line.lineId),
  sku: brandAs<Sku>(line.sku),
  quantity: line.quantity,
  unit: line.unitKey === null ? null : unitState(deps, brandAs<UnitKey>(line.unitKey), line.unitText ?? ''),
  forHousehold: line.forHousehold,
  replacement: line.replacement,
  overriddenBy: line.overriddenBy,
});

function unitState(deps: ReadingDeps, key: UnitKey, text: string): BasketUnit {
  const unit = deps.store.unitByKey(key);
  if (!unit) return { key, text, status: 'unknown', sku: null, soldOn: null, testedAndWiped: false };
  return {
    key,
    text: unit.text,
    status: unit.status,
    sku: unit.sku,
    soldOn: unit.soldOn,
    testedAndWiped: unit.testedAt !== null && unit.wipedAt !== null,
    pinnedListId: unit.pinnedListId ?? undefined,
  };
}
