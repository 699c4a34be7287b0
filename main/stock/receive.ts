import type { UnitRecord } from '#db/queries/stock.ts';
import type { Product } from '#domain/catalogue.ts';
import type { OperatorCode, UnitKey } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';

export interface Reception {
  readonly units: readonly { readonly key: UnitKey; readonly text: string }[];
  readonly provenance: { readonly donor: string; readonly tested: boolean; readonly wiped: boolean };
  readonly on: Day;
  readonly by: OperatorCode;
}

/** Written off and found again, or sold before anybody received it: receiving puts it right. */
export const mayBeReceived = (here: UnitRecord): boolean =>
  here.status === 'written-off' || (here.status === 'sold' && here.receivedAtSale);

/** Writes units into the stock with where they come from: one act. In the caller's transaction. */
export function receive(deps: Deps, { sku }: Product, { units, provenance, on, by }: Reception): void {
  if (units.length === 0) return;
  const at = deps.now();
  const { donor, tested, wiped } = provenance;
  const moves = units.map(({ key, text }) => {
    const known = deps.store.unitByKey(key);
    const status = known?.status === 'sold' ? ('sold' as const) : ('available' as const);
    const row = {
      key,
      text,
      sku,
      status,
      donor,
      receivedOn: on,
      receivedAtSale: false,
      testedAt: tested ? at : null,
      testedBy: tested ? by : null,
      wipedAt: wiped ? at : null,
      wipedBy: wiped ? by : null,
    };
    if (known) deps.store.saveUnit(row);
    else deps.store.insertUnit(row);
    return { sku, unit: { key, text }, quantity: 1, unitStatus: status };
  });
  const from = { donor, receivedOn: on, tested, wiped };
  moveStock(deps, { act: 'received', reason: null, provenance: from, moves }, by);
}
