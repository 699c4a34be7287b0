import type { MemberCard, PersonId } from '#domain/ids.ts';
import type { SealedCard } from '#domain/rights.ts';
import { type CardInHand, cardInHand } from '#exchange/blinded.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/** What stands for a card outside the point: slow on purpose. Null until a reference brought the network's salt. */
export async function sealedCard(deps: Deps, card: MemberCard): Promise<CardInHand | null> {
  const { cardSalt } = deps.reference().body;
  return cardSalt === null ? null : cardInHand(card, cardSalt);
}

/** What is signed of it: never what opens. */
export const signedCard = ({ id, recipient }: CardInHand): SealedCard => ({ id, recipient });

/** Gives somebody a card and signs it; their earlier ones open nothing any more. In the caller's transaction. */
export function writeCard(
  deps: Deps,
  personId: PersonId,
  { card, sealed }: { readonly card: MemberCard; readonly sealed: CardInHand | null },
): void {
  const rank = deps.store.cardsOf(personId).length;
  deps.store.retireCards(personId);
  const { at } = appendEvent(deps, 'card-given', {
    personId,
    card: sealed && signedCard(sealed),
    rank,
  });
  deps.store.insertCard({
    card,
    personId,
    givenAt: at,
    givenBy: signedIn(deps),
    active: true,
    sealedId: sealed?.id ?? null,
    identity: sealed?.identity ?? null,
  });
}
