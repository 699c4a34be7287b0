import { memberCardFrom } from '#domain/identifiers.ts';
import type { MemberCard } from '#domain/ids.ts';
import { cardHash } from '#exchange/blinded.ts';
import type { Deps } from '../deps.ts';

/** Given here once, or known of somebody at another point. */
export const isTaken = (deps: Deps, card: MemberCard): boolean =>
  deps.store.cardExists(card) || deps.reference().cardsByHash.has(cardHash(card));

/** Seven random digits: a card number says nothing of its holder. */
export function freshCard(deps: Deps): MemberCard {
  for (;;) {
    const digits = [...deps.random(7)].map((byte) => String(byte % 10)).join('');
    const card = memberCardFrom(digits);
    if (!isTaken(deps, card)) return card;
  }
}
