import type { BasketRefusal, BasketView } from '#contract/basket.ts';
import type { KeptLine } from '#db/schema/index.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { keepLines } from './add.ts';
import { type OpenBasket, openBasket } from './current.ts';
import { basketView } from './view.ts';

/** Changes one line of the basket in progress, or takes it away (`null`). */
export function changeLine(
  deps: Deps,
  lineId: string,
  change: (line: KeptLine, basket: OpenBasket) => KeptLine | null,
): Result<BasketView, BasketRefusal> {
  const basket = openBasket(deps);
  if (!basket.ok) return basket;
  const { row, on } = basket.value;
  if (!row.lines.some((line) => line.lineId === lineId)) return refuse({ kind: 'line-unknown' });
  const lines = row.lines.flatMap((line) => {
    const changed = line.lineId === lineId ? change(line, basket.value) : line;
    return changed === null ? [] : [changed];
  });
  return ok(basketView(deps, keepLines(deps, row, lines), on));
}
