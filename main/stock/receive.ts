import type { Input } from '#contract/ipc.ts';
import type { UnitRecord } from '#db/queries/stock.ts';
import type { Product } from '#domain/catalogue.ts';
import type { OperatorCode, UnitKey } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import { moveStock } from './movement.ts';
import type { Deps } from '../deps.ts';

export interface UnitToReceive {
  readonly key: UnitKey;
  readonly text: string;
  readonly provenance: Input<'receiveUnit'>['provenance'];
  readonly on: Day;
  readonly by: OperatorCode;
}

/** Written off and found again, or sold before anybody received it: receiving puts it right. */
export const mayBeReceived = (here: UnitRecord): boolean =>
  here.status === 'written-off' || (here.status === 'sold' && here.receivedAtSale);

/** Writes a unit into the stock with where it comes from. In the caller's transaction. */
export function receive(deps: Deps, product: Product, unit: UnitToReceive): void {
  const at = deps.now();
  const { donor, tested, wiped } = unit.provenance;
  const known = deps.store.unitByKey(unit.key);
  const status = known?.status === 'sold' ? ('sold' as const) : ('available' as const);
  const row = {
    key: unit.key,
    text: unit.text,
    sku: product.sku,
    status,
    donor,
    receivedOn: unit.on,
    receivedAtSale: false,
    testedAt: tested ? at : null,
    testedBy: tested ? unit.by : null,
    wipedAt: wiped ? at : null,
    wipedBy: wiped ? unit.by : null,
  };
  if (known) deps.store.saveUnit(row);
  else deps.store.insertUnit(row);
  moveStock(
    deps,
    {
      sku: product.sku,
      unit: { key: unit.key, text: unit.text },
      quantity: 1,
      kind: 'received',
      unitStatus: status,
      provenance: { donor, receivedOn: unit.on, tested, wiped },
      operator: unit.by,
    },
    unit.on,
  );
}
