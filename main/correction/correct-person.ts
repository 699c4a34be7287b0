import type { Answer, Input } from '#contract/ipc.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { EntitlementId, FamilyId, PersonId } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { ok, refuse } from '#domain/result.ts';
import { standingOf } from '#domain/entitlement.ts';
import type { Deps } from '../deps.ts';
import { atDesk } from '../person/buyer.ts';
import { signedSale } from '../journal/read.ts';
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
    const from = personNow(sale, correctionsOf(deps, sale));
    if (from === input.personId) return refuse({ kind: 'nothing-changes' });
    const standing = standingOf(person.buyer, deps.reference().catalogue.policy, sale.businessDay);
    const entitlementId = standing.kind === 'entitled' ? standing.entitlement.id : null;
    moveUsage(deps, sale, { from, to: input.personId, entitlementId });
    writeCorrection(deps, sale, {
      ...allowed.value,
      reason: 'wrong-person',
      change: { what: 'person', from, to: input.personId },
    });
    deps.changed('tickets', 'basket');
    return ok(ticketView(deps, sale));
  });
}

interface Move {
  readonly from: PersonId | null;
  readonly to: PersonId;
  readonly entitlementId: EntitlementId | null;
}

/**
 * Takes back what the sale counts for one person, on the days it was taken, and counts it for the other. What was
 * returned since goes along: else the first would be left with more than ever, and the other charged for it.
 */
function moveUsage(deps: Deps, sale: SaleRow, move: Move): void {
  const { store } = deps;
  for (const one of [sale, ...store.returnsOf(sale.id)]) {
    if (move.from === null) countLines(deps, sale, one, move);
    else
      for (const { id: _id, ...row } of store.usageOfSale(one.id)) {
        if (row.personId !== move.from) continue;
        store.insertUsage({ ...row, units: -row.units, referenceCents: cents(-row.referenceCents) });
        store.insertUsage({ ...row, ...countedFor(deps, row.family, move) });
      }
  }
}

/** A sale to nobody counted for nobody: its lines are counted now. */
function countLines(deps: Deps, sale: SaleRow, of: SaleRow, move: Move): void {
  for (const line of signedSale(deps, of).payload.lines)
    deps.store.insertUsage({
      saleId: of.id,
      family: line.family,
      units: line.quantity,
      referenceCents: line.referenceCents,
      onDay: sale.businessDay,
      forHousehold: line.forHousehold,
      replacement: line.replacement,
      ...countedFor(deps, line.family, move),
    });
}

/** Without a window it counts in the walk-in allowance, but only what the public may not buy. */
const countedFor = (deps: Deps, family: FamilyId, { to, entitlementId }: Move) => ({
  personId: to,
  entitlementId,
  walkIn:
    entitlementId === null &&
    deps
      .reference()
      .catalogue.products.some((one) => one.family === family && one.audience === 'entitled-only'),
});
