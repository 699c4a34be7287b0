import type { Answer, Input } from '#contract/ipc.ts';
import { cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { standingOf } from '#domain/entitlement.ts';
import type { Deps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';
import { mayCorrect } from '../sale/later.ts';
import { correctionsOf, personNow, ticketView } from '../sale/summary.ts';
import { writeCorrection } from '../sale/write-correction.ts';

/** "Je me suis trompé": the sale was for somebody else. Usage moves with it, no money does. */
export async function correctPerson(
  deps: Deps,
  input: Input<'correctPerson'>,
): Promise<Answer<'correctPerson'>> {
  const sale = deps.store.saleById(input.saleId);
  if (!sale) return refuse({ kind: 'sale-unknown' });
  const person = atDesk(deps, input.personId);
  if (!person) return refuse({ kind: 'person-unknown' });
  const allowed = await mayCorrect(deps, sale, input.approval);
  if (!allowed.ok) return allowed;
  return deps.store.transaction(() => {
    const from = personNow(sale, correctionsOf(deps, sale));
    if (from === input.personId) return refuse({ kind: 'nothing-changes' });
    const standing = standingOf(person.buyer, deps.reference().catalogue.policy, sale.businessDay);
    const entitlementId = standing.kind === 'entitled' ? standing.entitlement.id : null;
    moveUsage(deps, sale.id, { from, to: input.personId, entitlementId });
    writeCorrection(deps, sale, {
      ...allowed.value,
      reason: 'wrong-person',
      change: { what: 'person', from, to: input.personId },
    });
    deps.changed('tickets', 'basket');
    return ok(ticketView(deps, sale));
  });
}

/** Takes back what the sale counts for one person, on the days it was taken, and counts it for the other. */
function moveUsage(
  deps: Deps,
  saleId: Parameters<Deps['store']['usageOfSale']>[0],
  move: {
    readonly from: ReturnType<typeof personNow>;
    readonly to: NonNullable<ReturnType<typeof personNow>>;
    readonly entitlementId: Parameters<Deps['store']['usageOfEntitlement']>[0] | null;
  },
): void {
  const { store } = deps;
  const rows = store.usageOfSale(saleId);
  const counted = rows.filter((row) => row.personId === move.from);
  if (move.from === null) {
    for (const line of store.linesOf(saleId))
      store.insertUsage({
        personId: move.to,
        entitlementId: move.entitlementId,
        saleId,
        family: line.family,
        units: line.quantity,
        referenceCents: line.referenceCents,
        onDay: store.saleById(saleId)?.businessDay ?? deps.reference().body.catalogue.policy.from,
        forHousehold: false,
        replacement: null,
        walkIn: move.entitlementId === null,
      });
    return;
  }
  for (const { id: _id, ...row } of counted) {
    store.insertUsage({ ...row, units: -row.units, referenceCents: cents(-row.referenceCents) });
    store.insertUsage({ ...row, personId: move.to, entitlementId: move.entitlementId });
  }
}
