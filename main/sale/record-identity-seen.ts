import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { finishedSale } from '../basket/finished.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/** The carrier wants an identity seen or passed on: when, how and by whom. Never a number, never a scan. */
export function recordIdentitySeen(
  deps: Deps,
  input: Input<'recordIdentitySeen'>,
): Answer<'recordIdentitySeen'> {
  const sale = deps.store.saleById(input.saleId);
  const unit = sale && deps.store.unitsOfSale(sale.id).find((one) => one.key === input.unitKey);
  if (!sale || !unit) return refuse({ kind: 'sale-unknown' });
  deps.store.transaction(() => {
    const { saleId, unitKey, how } = input;
    const { at } = appendEvent(deps, 'identity-seen', { saleId, unitKey, how });
    deps.store.saveUnit({ key: unit.key, identityHow: how, identityAt: at, identityBy: signedIn(deps) });
  });
  deps.changed('basket');
  return ok(finishedSale(deps, sale));
}
