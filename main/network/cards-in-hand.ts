import type { ReadingStore } from '#db/store.ts';
import type { MemberCard, PersonId } from '#domain/ids.ts';
import { type NetworkCard, withoutSite } from '#domain/network.ts';
import type { Entitlement } from '#domain/entitlement.ts';
import { type CardInHand, cardHash, cardInHand } from '#exchange/blinded.ts';
import { type Verify, verifierAmong } from '#exchange/crypto.ts';
import { openCard } from '#exchange/people.ts';
import type { NetworkCard01 } from '#exchange/0.1/reference.ts';
import type { HeadquartersKey, ReferenceInForce, ReferenceReader } from '../reference.ts';
import { isFor } from './take-people.ts';

/** Somebody as other points know them. */
export interface KnownElsewhere {
  readonly networkId: PersonId;
  readonly initials: string;
  readonly windows: readonly Omit<Entitlement, 'personId' | 'referralKey'>[];
  readonly usage: readonly Omit<NetworkCard['usage'][number], 'site'>[];
  /** 0.1 also told a point what it had sent itself. */
  readonly withOwn: boolean;
}

export interface CardsInHand {
  /**
   * Opens what is sealed to a card of another point: slow, once. `replaced` where it opens nothing any more, null when
   * nothing is known of it.
   */
  readonly open: (card: MemberCard) => Promise<KnownElsewhere | 'replaced' | null>;
  /** What is known of somebody without their card: of ours, and of whoever's card was in hand since the start. */
  readonly of: (personId: PersonId, ownCard: MemberCard | null) => KnownElsewhere | undefined;
  /** After new people were taken: what is in hand is opened again. */
  readonly refresh: () => Promise<void>;
}

/**
 * What cards open. Entries of other points' people are kept in memory alone, from the scan to the end of the program:
 * without the card nothing of them can be read here.
 */
function cardsInHand(tools: {
  readonly store: ReadingStore;
  readonly reference: () => ReferenceInForce;
  readonly verify: Verify;
}): CardsInHand {
  const { store, reference, verify } = tools;
  const held = new Map<PersonId, { readonly card: CardInHand; readonly entry: NetworkCard }>();

  const entryOf = async (card: CardInHand): Promise<NetworkCard | null> => {
    const sealed = store.networkCard(card.id);
    const entry = sealed ? await openCard(sealed, card.identity, verify) : null;
    return entry && isFor(card.id, entry) ? entry : null;
  };
  const known = (entry: NetworkCard): KnownElsewhere => ({
    ...withoutSite(entry, reference().site.code),
    withOwn: false,
  });

  return {
    open: async (number) => {
      const { before, body } = reference();
      const old = before?.cardsByHash.get(cardHash(number));
      if (old) return known01(old);
      if (body.cardSalt === null) return null;
      const card = await cardInHand(number, body.cardSalt);
      const entry = await entryOf(card);
      if (!entry) return store.networkCard(card.id) === undefined ? null : 'replaced';
      held.set(entry.networkId, { card, entry });
      return known(entry);
    },
    of: (personId, ownCard) => {
      const { before } = reference();
      const old =
        before?.cardsByPerson.get(personId) ??
        (ownCard ? before?.cardsByHash.get(cardHash(ownCard)) : undefined);
      if (old) return known01(old);
      const entry = store.elsewhereOf(personId) ?? held.get(personId)?.entry;
      return entry && known(entry);
    },
    refresh: async () => {
      for (const [personId, { card }] of held) {
        const entry = await entryOf(card);
        if (entry) held.set(personId, { card, entry });
        else held.delete(personId);
      }
    },
  };
}

/** 0.1 told one window without its families, and of no usage whether it was a walk-in's. */
const known01 = ({ networkId, initials, window, usage }: NetworkCard01): KnownElsewhere => ({
  networkId,
  initials,
  windows:
    window === null
      ? []
      : [
          {
            ...window,
            id: `network:${networkId}` as Entitlement['id'],
            families: '*',
            policyVersion: '',
            renewal: 0,
          },
        ],
  usage: usage.map((one) => ({ ...one, walkIn: false })),
  withOwn: true,
});

/** One memory for each headquarters that tills of the point were enrolled with: in fact one. */
export function cardsOf(
  store: ReadingStore,
  references: (headquarters: HeadquartersKey) => ReferenceReader,
): (headquarters: HeadquartersKey) => CardsInHand {
  const memories = new Map<string, CardsInHand>();
  return (headquarters) => {
    const memory =
      memories.get(headquarters.keyId) ??
      cardsInHand({
        store,
        reference: references(headquarters).current,
        verify: verifierAmong([headquarters]),
      });
    memories.set(headquarters.keyId, memory);
    return memory;
  };
}
