import type { MemberCard } from '#domain/ids.ts';
import { brandAs } from '#domain/ids.ts';
import type { NetworkCard } from '#domain/network.ts';
import type { Store } from '#db/store.ts';
import { cardInHand } from '#exchange/blinded.ts';
import { type SigningKey, signerFor } from '#exchange/crypto.ts';
import { type Parts, sealPart, wrapContentKey } from '#exchange/parts.ts';
import { type PeopleBody, sealCard, sealPeople } from '#exchange/people.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { cardSalt } from '../support/salt.ts';

/** The age key of the tills of tests. */
export const testAge = await newAgeIdentity();

const signerOf = (key: SigningKey) => ({ keyId: key.keyId, sign: signerFor(key.privateKey) });

async function partOf(document: string, recipient: string) {
  const content = await newAgeIdentity();
  const file = await sealPart(document, content.recipient);
  const wrapped = await wrapContentKey(content.identity, recipient);
  return {
    number: 1,
    key: Buffer.from(wrapped).toString('base64'),
    file: Buffer.from(file).toString('base64'),
  };
}

/** Documents as headquarters sends them to a till. */
export async function partsOf(
  documents: { readonly catalogue?: string; readonly people?: string },
  recipient = testAge.recipient,
): Promise<Parts> {
  const { catalogue, people } = documents;
  return {
    v: 2,
    catalogue: catalogue === undefined ? null : await partOf(catalogue, recipient),
    people: people === undefined ? null : { since: 0, ...(await partOf(people, recipient)) },
  };
}

/** A people part by a key, whole unless it says otherwise. */
export const peopleBy = (key: SigningKey, change: Partial<PeopleBody> = {}): string =>
  sealPeople(
    {
      v: 2,
      number: 1,
      since: 0,
      cards: [],
      forgotten: [],
      usedReferrals: [],
      freeReferrals: [],
      erasures: [],
      ...change,
    },
    signerOf(key),
  );

type Entry = Pick<NetworkCard, 'networkId'> & Partial<NetworkCard>;

/** A card of another point as the people part carries it. */
export async function sealedEntry(
  key: SigningKey,
  card: MemberCard,
  entry: Entry,
): Promise<PeopleBody['cards'][number]> {
  const { id, recipient } = await cardInHand(card, cardSalt);
  const whole = { v: 2 as const, id, initials: 'KB', birthYear: 1979, windows: [], usage: [], ...entry };
  return { id, sealed: await sealCard(whole, recipient, signerOf(key)) };
}

/** Tells a point of a card of another one, as its headquarters would. */
export async function tellCard(store: Store, key: SigningKey, card: MemberCard, entry: Entry): Promise<void> {
  const { id, sealed } = await sealedEntry(key, card, entry);
  store.transaction(() => store.saveNetworkCard(id, sealed));
}

/** Another site than that of the point. */
export const elsewhere = brandAs<NetworkCard['usage'][number]['site']>('STD');
