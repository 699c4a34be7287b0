import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { type CardId, type MemberCard, brandAs } from '#domain/ids.ts';
import type { SealedCard } from '#domain/rights.ts';
import { ageIdentityFrom } from './age-identity.ts';
import { fromBase64Url, hmacSha256, sha256Hex, toBase64Url } from './crypto.ts';

/** Key of a year, 32 bytes in base64url: every till and headquarters hold it, nobody else. */
export interface YearlyKey {
  readonly year: number;
  readonly key: string;
}

/** Of the phonetic rules (`domain/phonetic.ts`): keys made by other rules do not meet. */
const phoneticVersion = 1;

/**
 * Key under which headquarters may see that two points know somebody alike, without a name: the phonetic rules and the
 * year it was made by, then base64url HMAC-SHA-256 by the year's key of the birth year's four digits followed by the
 * phonetic name. It goes up and never down.
 * @throws when the key is not 32 bytes in base64url: a bug, references are checked when they come in.
 */
export const personKey = ({ year, key }: YearlyKey, birthYear: number, phoneticName: string): string =>
  `p${phoneticVersion}:${year}:${hmacSha256(keyBytes(key), `${birthYear}${phoneticName}`)}`;

/**
 * What the journal says of a referral: that it is this one, to whoever holds it and the key of that year; nothing to
 * anybody else.
 */
export const blindedReferral = ({ year, key }: YearlyKey, referralKey: string): string =>
  `${year}:${hmacSha256(keyBytes(key), `comptoir/referral/1\n${referralKey}`)}`;

function keyBytes(text: string): Buffer {
  const key = fromBase64Url(text, 32);
  if (!key) throw new TypeError('not a yearly key');
  return key;
}

/** What stood for a member card in 0.1: whoever has it finds the number in seconds. */
export const cardHash = (card: MemberCard): string => sha256Hex(`comptoir/card/1\n${card}`);

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** A card with what opens the entries that are sealed to it. */
export interface CardInHand extends SealedCard {
  /** age private key. The card is the key: it is kept nowhere but at the point that gave the card. */
  readonly identity: string;
}

/**
 * What stands for a card, and opens what is sealed to it. Slow on purpose (about 100 ms): card numbers are few enough
 * to be tried one after the other. `salt` is the network's, 32 bytes in base64url.
 */
export async function cardInHand(card: MemberCard, salt: string): Promise<CardInHand> {
  const bytes = await derive(card, Buffer.from(`comptoir/card/2\n${salt}`, 'utf8'), 48, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  });
  const id = brandAs<CardId>(toBase64Url(bytes.subarray(0, 16)));
  return { id, ...(await ageIdentityFrom(bytes.subarray(16))) };
}
