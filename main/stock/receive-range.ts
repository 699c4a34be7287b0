import type { Answer, Input } from '#contract/ipc.ts';
import { iccidRange } from '#domain/identifiers.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { businessDayOf } from '../journal/append.ts';
import { unitProduct } from './product.ts';
import { mayBeReceived, receive } from './receive.ts';

/** Receives a box of cards by its first and last ICCID. */
export function receiveRange(deps: Deps, input: Input<'receiveRange'>): Answer<'receiveRange'> {
  const product = unitProduct(deps, input.sku);
  if (!product.ok) return product;
  if (product.value.unit !== 'iccid') return refuse({ kind: 'range-refused', reason: 'not-cards' });
  const range = iccidRange(input.first, input.last);
  if (!range.ok) return refuse({ kind: 'range-refused', reason: range.refusal.reason });
  const on = businessDayOf(deps);
  const by = signedIn(deps);
  const fresh = range.value.filter((card) => {
    const here = deps.store.unitByKey(card.unitKey);
    return !here || mayBeReceived(here);
  });
  const units = fresh.map(({ unitKey, iccid }) => ({ key: unitKey, text: iccid }));
  deps.store.transaction(() => receive(deps, product.value, { units, provenance: input.provenance, on, by }));
  deps.changed('stock');
  return ok({ received: fresh.length, alreadyHere: range.value.length - fresh.length });
}
