import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { sealedCard, signedCard } from './write-card.ts';

const atOnce = 10;

/**
 * Makes the cards known to the other points that were given before the network's salt was known here: a few at a time,
 * because each takes a tenth of a second and nobody waits for it.
 */
export function sealCards(deps: Deps): void {
  deps.later(async () => {
    const waiting = deps.store.unsealedCards(atOnce);
    for (const { card } of waiting) {
      const sealed = await sealedCard(deps, card);
      if (!sealed) return;
      deps.store.transaction(() => {
        // Replaced, erased or sealed at the other till meanwhile.
        const row = deps.store.cardRow(card);
        if (!row?.active || row.sealedId !== null) return;
        deps.store.sealCard(card, sealed);
        const rank = deps.store.cardsOf(row.personId).length - 1;
        appendEvent(deps, 'card-sealed', { personId: row.personId, card: signedCard(sealed), rank });
      });
    }
    if (waiting.length === atOnce) sealCards(deps);
  }, 'seal-cards');
}
