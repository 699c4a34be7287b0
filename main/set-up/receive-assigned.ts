import { productBySku } from '#domain/catalogue.ts';
import { readIccid } from '#domain/identifiers.ts';
import { type OperatorCode, type Sku, type UnitKey, brandAs } from '#domain/ids.ts';
import type { Day } from '#domain/time.ts';
import type { Deps } from '../deps.ts';
import { receive } from '../stock/receive.ts';

const headquarters = brandAs<OperatorCode>('HQ');

interface Assigned {
  readonly key: UnitKey;
  readonly text: string;
  readonly sku: Sku;
  readonly donor: string;
  readonly on: Day;
  readonly tested: boolean;
  readonly wiped: boolean;
}

/** Receives the units that headquarters assigned to the site and that are not here yet. */
export function receiveAssigned(deps: Deps): void {
  const fresh = assigned(deps).filter((unit) => !deps.store.unitByKey(unit.key));
  if (fresh.length === 0) return;
  const { catalogue } = deps.reference();
  deps.store.transaction(() => {
    for (const units of Map.groupBy(fresh, boxOf).values()) {
      const [first] = units;
      const product = first && productBySku(catalogue, first.sku);
      if (!product) continue;
      const { donor, tested, wiped, on } = first;
      receive(deps, product, { units, provenance: { donor, tested, wiped }, on, by: headquarters });
    }
  });
  deps.changed('stock');
}

/** What came together is received in one act. */
const boxOf = ({ sku, donor, on, tested, wiped }: Assigned): string =>
  [sku, donor, on, tested, wiped].join(' ');

function assigned(deps: Deps): Assigned[] {
  const { body, catalogue } = deps.reference();
  const { sims, devices, phones } = body.units;
  const sim = catalogue.products.find((product) => product.unit === 'iccid');
  const on = brandAs<Day>(body.publishedAt.slice(0, 10));
  const cards = sims.flatMap((text): Assigned[] => {
    const read = readIccid(text);
    if (!read.ok || !sim) return [];
    const { unitKey: key, iccid } = read.value;
    return [{ key, text: iccid, sku: sim.sku, donor: 'opérateur', on, tested: false, wiped: false }];
  });
  const labelled = devices.map((one): Assigned => {
    const { label, sku, donor, receivedOn, tested, wiped } = one;
    return { key: brandAs<UnitKey>(label), text: label, sku, donor, on: receivedOn, tested, wiped };
  });
  const handsets = phones.map((one): Assigned => {
    const { imei, sku, donor, receivedOn, tested, wiped } = one;
    return { key: brandAs<UnitKey>(imei), text: imei, sku, donor, on: receivedOn, tested, wiped };
  });
  return [...cards, ...labelled, ...handsets];
}
