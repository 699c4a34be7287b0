import { memberCardFrom } from '#domain/identifiers.ts';
import type { MemberCard } from '#domain/ids.ts';
import type { Deps } from '../deps.ts';

/** Eight random digits: a card number says nothing of its holder. */
export function freshCard(deps: Deps): MemberCard {
  for (;;) {
    const digits = [...deps.random(8)].map((byte) => String(byte % 10)).join('');
    const card = memberCardFrom(digits);
    if (!deps.store.cardExists(card)) return card;
  }
}
