import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';

export { identityToRecipient };

/** An age (X25519) key pair made from 32 secret bytes. */
export async function ageIdentityFrom(
  bytes: Uint8Array,
): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = bech32.encode('AGE-SECRET-KEY-', bech32.toWords(bytes), false).toUpperCase();
  return { identity, recipient: await identityToRecipient(identity) };
}
