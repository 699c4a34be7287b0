import type { Keystore } from '#drivers/keystore/port.ts';
import type { TillId } from '#domain/ids.ts';
import { identityToRecipient } from '#exchange/age-identity.ts';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { type Signer, type SigningKey, newSigningKey, signerFor } from '#exchange/crypto.ts';

const nameOf = (till: TillId): string => `till-${till}`;

type PublicHalf = Pick<SigningKey, 'keyId' | 'publicKey'>;

/** Makes a till's signing key. Its private half goes to the keystore and nowhere else. */
export const makeTillKey = (keystore: Keystore, till: TillId): PublicHalf =>
  keepTillKey(keystore, till, newSigningKey());

/** Keeps a key that was made before it was known whether the till may have it. */
export function keepTillKey(keystore: Keystore, till: TillId, key: SigningKey): PublicHalf {
  const { keyId, publicKey, privateKey } = key;
  writeTillSecret(keystore, till, privateKey);
  return { keyId, publicKey };
}

/** The private half in base64url, for a sealed backup; null when it is in another keystore. */
export const tillSecret = (keystore: Keystore, till: TillId): string | null => {
  const key = keystore.read(nameOf(till));
  return key && Buffer.from(key).toString('base64url');
};

export const writeTillSecret = (keystore: Keystore, till: TillId, secret: string): void =>
  keystore.write(nameOf(till), Buffer.from(secret, 'base64url'));

/** The till's signer; null when its key is in another keystore. */
export function tillSigner(
  keystore: Keystore,
  till: { readonly id: TillId; readonly keyId: Signer['keyId'] },
): Signer | null {
  const key = keystore.read(nameOf(till.id));
  return key && { keyId: till.keyId, sign: signerFor(Buffer.from(key).toString('base64url')) };
}

/** The age key of a till: what headquarters sends is wrapped to it. */
export interface AgeKey {
  readonly identity: string;
  readonly recipient: string;
}

const ageNameOf = (till: TillId): string => `age-${till}`;

export const keepAgeKey = (keystore: Keystore, till: TillId, { identity }: AgeKey): void =>
  keystore.write(ageNameOf(till), Buffer.from(identity, 'utf8'));

/** The till's age key, made where there is none: by 0.1, or on the machine that a backup was restored on. */
export async function tillAgeKey(keystore: Keystore, till: TillId): Promise<AgeKey> {
  const kept = keystore.read(ageNameOf(till));
  if (kept) {
    const identity = Buffer.from(kept).toString('utf8');
    return { identity, recipient: await identityToRecipient(identity) };
  }
  const fresh = await newAgeIdentity();
  keepAgeKey(keystore, till, fresh);
  return fresh;
}
