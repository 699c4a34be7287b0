import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { standingOf } from '#domain/entitlement.ts';
import type { Deps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';
import { countAnew } from '../ledger/count.ts';
import { mayCorrect } from './later.ts';
import { correctionsOf, personNow, ticketView } from '../ticket/view.ts';
import { writeCorrection } from './write.ts';

/** "Je me suis trompé": the sale was for somebody else. Usage moves with it, no money does. */
export async function correctPerson(
  deps: Deps,
  input: Input<'correctPerson'>,
): Promise<Answer<'correctPerson'>> {
  const sale = deps.store.saleById(input.saleId);
  // A return is its sale's: it follows it to whoever that is put right to.
  if (!sale || sale.kind !== 'sale') return refuse({ kind: 'sale-unknown' });
  const person = atDesk(deps, input.personId);
  if (!person) return refuse({ kind: 'person-unknown' });
  const allowed = await mayCorrect(deps, sale, input.approval);
  if (!allowed.ok) return allowed;
  return deps.store.transaction(() => {
    const before = correctionsOf(deps, sale);
    const from = personNow(sale, before);
    const rank = before.filter(({ payload }) => payload.change.what === 'person').length;
    if (from === input.personId) return refuse({ kind: 'nothing-changes' });
    const standing = standingOf(person.buyer, deps.reference().catalogue.policy, sale.businessDay);
    const entitlementId = standing.kind === 'entitled' ? standing.entitlement.id : null;
    writeCorrection(deps, sale, {
      ...allowed.value,
      reason: 'wrong-person',
      change: { what: 'person', from, to: input.personId, entitlementId, rank },
    });
    countAnew(deps.store, sale);
    deps.changed('tickets', 'basket');
    return ok(ticketView(deps, sale));
  });
}
