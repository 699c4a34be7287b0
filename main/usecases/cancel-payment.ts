import type { Answer, Input } from '#contract/ipc.ts';
import { sumCents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { sellingSession } from '../basket/current.ts';
import { basketView, keptTenders } from '../basket/view.ts';
import type { Deps } from '../deps.ts';

/** Back to the basket, unless the card terminal has already taken money. */
export function cancelPayment(deps: Deps, input: Input<'cancelPayment'>): Answer<'cancelPayment'> {
  const session = sellingSession(deps);
  if (!session.ok) return session;
  const row = deps.store.basketById(input.saleId);
  if (!row || row.till !== deps.till || row.status !== 'current') return refuse({ kind: 'line-unknown' });
  const charged = sumCents(keptTenders(row).map((tender) => (tender.kind === 'bankCard' ? tender.cents : 0)));
  if (charged > 0) return refuse({ kind: 'card-was-charged', cents: charged });
  deps.store.saveBasket({ saleId: row.saleId, payment: null, changedAt: deps.now() });
  deps.changed('basket');
  return ok(basketView(deps, { ...row, payment: null }, session.value.businessDay));
}
