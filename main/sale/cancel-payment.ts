import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { payingSession } from '../session/selling.ts';
import { basketView, chargedCents } from '../basket/view.ts';
import type { Deps } from '../deps.ts';

/** Back to the basket, unless the card terminal has already taken money. */
export function cancelPayment(deps: Deps, input: Input<'cancelPayment'>): Answer<'cancelPayment'> {
  const row = deps.store.basketById(input.saleId);
  const session = payingSession(deps, row ?? { payment: null });
  if (!session.ok) return session;
  if (!row || row.till !== deps.till || row.status !== 'current') return refuse({ kind: 'line-unknown' });
  const charged = chargedCents(row);
  if (charged > 0) return refuse({ kind: 'card-was-charged', cents: charged });
  deps.store.saveBasket({ saleId: row.saleId, payment: null, changedAt: deps.now() });
  deps.changed('basket');
  return ok(basketView(deps, { ...row, payment: null }, session.value.businessDay));
}
