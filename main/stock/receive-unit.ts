import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { readUnitText } from '../basket/unit-text.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { businessDayOf } from '../journal/append.ts';
import { unitProduct } from './product.ts';
import { mayBeReceived, receive } from './receive.ts';
import { unitRow } from './rows.ts';

/** Receives one scanned unit. A form that the checksum cannot decide is confirmed by a human first. */
export function receiveUnit(deps: Deps, input: Input<'receiveUnit'>): Answer<'receiveUnit'> {
  const product = unitProduct(deps, input.sku);
  if (!product.ok) return product;
  const read = readUnitText(product.value, input.text, deps.reference().catalogue.policy.deviceLabelPattern);
  if ('reason' in read) return refuse({ kind: 'unit-unreadable', reason: read.reason });
  if (read.confirm && !input.confirmed) return refuse({ kind: 'unit-to-confirm', text: read.text });
  const here = deps.store.unitByKey(read.key);
  if (here && !mayBeReceived(here)) return refuse({ kind: 'unit-already-here', status: here.status });
  deps.store.transaction(() =>
    receive(deps, product.value, {
      units: [{ key: read.key, text: read.text }],
      provenance: input.provenance,
      on: businessDayOf(deps),
      by: signedIn(deps),
    }),
  );
  deps.changed('stock');
  const row = deps.store.unitByKey(read.key);
  if (!row) throw new Error('the unit just received is not there');
  return ok(unitRow(row));
}
