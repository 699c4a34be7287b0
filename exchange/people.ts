import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import type { NetworkCard } from '#domain/network.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import type { Signer, Verify } from './crypto.ts';
import {
  blindedReferral,
  cardId,
  cents,
  count,
  day,
  entitlementId,
  families,
  familyId,
  personId,
  replacementReason,
  siteCode,
} from './schema.ts';
import { openDocument, sealDocument } from './signed-document.ts';

/** The entry of a card, as it is signed before it is sealed. */
export const networkCard: z.ZodType<NetworkCard> = z.object({
  v: z.literal(2),
  id: cardId,
  networkId: personId,
  initials: z.string(),
  birthYear: z.int().nullable(),
  windows: z.array(
    z.object({
      id: entitlementId,
      site: siteCode,
      from: day,
      until: day,
      families,
      policyVersion: z.string(),
      renewal: count,
    }),
  ),
  usage: z.array(
    z.object({
      site: siteCode,
      family: familyId,
      units: z.int(),
      referenceCents: cents,
      on: day,
      forHousehold: z.boolean(),
      replacement: replacementReason.nullable(),
      walkIn: z.boolean(),
    }),
  ),
});

/** The second part of the reference: all of it, or what changed since an earlier number. The same for every site. */
export const peopleBody = z.object({
  v: z.literal(2),
  number: z.int().positive(),
  /** The number that it adds to; 0 when it is the whole. */
  since: count,
  cards: z.array(
    z.object({
      id: cardId,
      /** base64: age file to the card, of its signed entry. Null: another card was given in its place. */
      sealed: z.base64().nullable(),
    }),
  ),
  /** Cards that nothing is known of any more. */
  forgotten: z.array(cardId),
  /** Codes and vouchers used, blinded, and by which site: a site knows its own. */
  usedReferrals: z.array(z.object({ referral: blindedReferral, on: day, site: siteCode })),
  /** Those that were given back, or are too old to matter. */
  freeReferrals: z.array(blindedReferral),
  /** Ids of persons erased anywhere: erase them here too. */
  erasures: z.array(personId),
});
export type PeopleBody = z.output<typeof peopleBody>;

export const sealPeople = (body: PeopleBody, signer: Signer): string => sealDocument('people', body, signer);

export type PeopleRefusal = 'unreadable' | 'bad-signature';

export function openPeople(text: string, verify: Verify): Result<PeopleBody, PeopleRefusal> {
  const opened = openDocument({ kind: 'people', schema: peopleBody }, text, verify);
  if (opened.ok) return ok(opened.value.body);
  return refuse(opened.refusal === 'bad-signature' ? opened.refusal : 'unreadable');
}

/** Signs an entry and seals it to its card, in base64. */
export async function sealCard(entry: NetworkCard, recipient: string, signer: Signer): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(sealDocument('card', entry, signer))).toString('base64');
}

/** The entry of a card in hand; null when it was sealed to another card, or not signed by headquarters. */
export async function openCard(
  sealed: string,
  identity: string,
  verify: Verify,
): Promise<NetworkCard | null> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
    const text = await decrypter.decrypt(Buffer.from(sealed, 'base64'), 'text');
    const opened = openDocument({ kind: 'card', schema: networkCard }, text, verify);
    return opened.ok ? opened.value.body : null;
  } catch {
    return null;
  }
}
