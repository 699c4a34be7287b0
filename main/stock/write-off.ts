import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';
import { unitRow } from './rows.ts';

/** Takes a unit out of the stock for good, with a reason. */
export function writeOff(deps: Deps, input: Input<'writeOff'>): Answer<'writeOff'> {
  const { store } = deps;
  const unit = store.unitByKey(input.unitKey);
  if (!unit) return refuse({ kind: 'unit-unknown' });
  if (unit.status === 'sold') return refuse({ kind: 'unit-sold' });
  // Pressed twice: it left the stock once.
  if (unit.status === 'written-off') return ok(unitRow(unit));
  store.transaction(() => {
    store.saveUnit({ key: unit.key, status: 'written-off' });
    const { key, text, sku } = unit;
    const moves = [{ sku, unit: { key, text }, quantity: -1, unitStatus: 'written-off' as const }];
    moveStock(deps, { act: 'written-off', reason: input.reason, provenance: null, moves });
  });
  deps.changed('stock');
  return ok(unitRow({ ...unit, status: 'written-off' }));
}
