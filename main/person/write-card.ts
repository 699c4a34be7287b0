import type { MemberCard, PersonId } from '#domain/ids.ts';
import type { SealedCard } from '#domain/rights.ts';
import { cardInHand } from '#exchange/blinded.ts';
import type { Deps } from '../deps.ts';
import { signedIn } from '../access/signed-in.ts';
import { appendEvent } from '../journal/append.ts';

/** What stands for a card outside the point: slow on purpose. Null until a reference brought the network's salt. */
export async function sealedCard(deps: Deps, card: MemberCard): Promise<SealedCard | null> {
  const { cardSalt } = deps.reference().body;
  if (cardSalt === undefined) return null;
  const { id, recipient } = await cardInHand(card, cardSalt);
  return { id, recipient };
}

/** Gives somebody a card and signs it; their earlier ones open nothing any more. In the caller's transaction. */
export function writeCard(
  deps: Deps,
  personId: PersonId,
  { card, sealed }: { readonly card: MemberCard; readonly sealed: SealedCard | null },
): void {
  deps.store.retireCards(personId);
  const { at } = appendEvent(deps, 'card-given', { personId, card: sealed });
  deps.store.insertCard({
    card,
    personId,
    givenAt: at,
    givenBy: signedIn(deps),
    active: true,
    sealedId: sealed?.id ?? null,
  });
}
