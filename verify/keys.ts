import { type KeyObject, createHash, createPublicKey, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in its usual form (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface PublicKey {
  readonly keyId: string;
  readonly text: string;
  readonly holds: (message: string, signature: string) => boolean;
}

/** A key from its 32 raw bytes in base64url; null when it is not one. */
export function publicKey(text: string): PublicKey | null {
  const raw = Buffer.from(text, 'base64url');
  if (raw.length !== 32 || raw.toString('base64url') !== text) return null;
  const key: KeyObject = createPublicKey({
    key: Buffer.concat([spkiPrefix, raw]),
    format: 'der',
    type: 'spki',
  });
  return {
    keyId: keyIdOf(raw),
    text,
    holds: (message, signature) => {
      const bytes = Buffer.from(signature, 'base64url');
      if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false;
      return verify(null, Buffer.from(message, 'utf8'), key, bytes);
    },
  };
}

/** First eight characters of the base32 SHA-256: forty bits. */
function keyIdOf(raw: Uint8Array): string {
  const digest = createHash('sha256').update(raw).digest();
  let bits = digest.readUIntBE(0, 5);
  let text = '';
  for (let at = 0; at < 8; at += 1) {
    text = (base32[bits % 32] ?? '') + text;
    bits = Math.floor(bits / 32);
  }
  return text;
}
