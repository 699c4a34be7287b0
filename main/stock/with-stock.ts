import type { SaleLine } from '#domain/sale.ts';
import type { UnitStatus } from '#domain/units.ts';
import type { Deps } from '../deps.ts';

/** A line that says what it does to the stock: where its unit goes, or that a quantity which is counted here moves. */
export function withStock(deps: Deps, line: SaleLine, unitStatus: UnitStatus): SaleLine {
  if (line.unit) return { ...line, stock: unitStatus };
  return deps.store.everReceived(line.sku) ? { ...line, stock: 'counted' } : line;
}
