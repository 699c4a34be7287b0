import type { Deps } from '../deps.ts';
import { applyErasures } from '../person/erase.ts';
import { sealCards } from '../person/seal-cards.ts';
import { receiveAssigned } from '../set-up/receive-assigned.ts';

/** What follows a newer reference or newer people: prices, assigned units, erasures, cards. */
export async function referenceTaken(deps: Deps): Promise<void> {
  deps.referenceChanged();
  await deps.cards.refresh();
  receiveAssigned(deps);
  applyErasures(deps);
  sealCards(deps);
  deps.changed('desk', 'basket', 'stock');
}
