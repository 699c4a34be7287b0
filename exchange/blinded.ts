import type { MemberCard } from '#domain/ids.ts';
import { fromBase64Url, hmacSha256, sha256Hex } from './crypto.ts';

/**
 * Key under which headquarters may see that two points know somebody alike, without a name: base64url
 * HMAC-SHA-256 by the year's key of the birth year's four digits followed by the phonetic name.
 * @throws when the key is not 32 bytes in base64url: a bug, references are checked when they come in.
 */
export function blindedKey(yearlyKey: string, birthYear: number | null, phoneticName: string): string {
  const key = fromBase64Url(yearlyKey, 32);
  if (!key) throw new TypeError('not a yearly key');
  return hmacSha256(key, `${birthYear ?? ''}${phoneticName}`);
}

/** What stands for a member card between a point and headquarters. */
export const cardHash = (card: MemberCard): string => sha256Hex(`comptoir/card/1\n${card}`);
