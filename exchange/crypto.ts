import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import { type KeyId, brandAs } from '#domain/ids.ts';
import { encodeBase32 } from './base32.ts';

/** An Ed25519 pair; both halves are 32 raw bytes in base64url. `privateKey` never leaves a keystore. */
export interface SigningKey {
  readonly keyId: KeyId;
  readonly publicKey: string;
  readonly privateKey: string;
}

/** What signs under a name: every sealed document says which key sealed it. */
export interface Signer {
  readonly keyId: KeyId;
  readonly sign: (text: string) => string;
}

/** Answers for a signature by any known key; false also when the key is unknown. */
export type Verify = (keyId: KeyId, text: string, signature: string) => boolean;

// Fixed DER prefixes of RFC 8410: what stands before the 32 bytes of an Ed25519 key.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Lower-case hex SHA-256; a string is hashed as UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

export function newSigningKey(): SigningKey {
  const pair = generateKeyPairSync('ed25519');
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
  const publicKey = toBase64Url(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  return { keyId: keyIdOf(publicKey), publicKey, privateKey: toBase64Url(privateKey) };
}

/** First 8 characters of the base32 SHA-256 of the raw public key. */
export const keyIdOf = (publicKey: string): KeyId => brandAs<KeyId>(fingerprintOf(publicKey).slice(0, 8));

/** 80 bits of the SHA-256 of the raw public key: 16 base32 characters. */
export const fingerprintOf = (publicKey: string): string =>
  encodeBase32(createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest().subarray(0, 10));

/** Signs texts (as UTF-8) with a private key; the key object is made once. @throws when it is not a key: a bug. */
export function signerFor(privateKey: string): (text: string) => string {
  const seed = Buffer.from(privateKey, 'base64url');
  if (seed.length !== 32) throw new TypeError('not an Ed25519 private key');
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  return (text) => toBase64Url(signBytes(null, Buffer.from(text, 'utf8'), key));
}

/**
 * Checks signatures by one public key. Refuses what does not re-encode to itself, so that one signature has one text.
 * A public key that is not one verifies nothing.
 */
export function verifierFor(publicKey: string): (text: string, signature: string) => boolean {
  const raw = fromBase64Url(publicKey, 32);
  if (!raw) return () => false;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
  return (text, signature) => {
    const bytes = fromBase64Url(signature, 64);
    return bytes !== null && verifyBytes(null, Buffer.from(text, 'utf8'), key, bytes);
  };
}

/** Checks signatures by any of these keys, each under its id. */
export function verifierAmong(
  keys: Iterable<{ readonly keyId: string; readonly publicKey: string }>,
): Verify {
  const verifiers = new Map<string, (text: string, signature: string) => boolean>();
  for (const { keyId, publicKey } of keys) verifiers.set(keyId, verifierFor(publicKey));
  return (keyId, text, signature) => verifiers.get(keyId)?.(text, signature) ?? false;
}

/** base64url HMAC-SHA-256. */
export const hmacSha256 = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('base64url');

/** Compares two texts in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a, 'utf8');
  const right = Buffer.from(b, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}

export const toBase64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The bytes of a base64url text of exactly `length` bytes; null when it does not re-encode to itself. */
export function fromBase64Url(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : null;
}
