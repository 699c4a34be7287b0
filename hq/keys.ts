import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAgeIdentity } from '#exchange/seal-batch.ts';
import { type Signer, type SigningKey, hmacSha256, newSigningKey, signerFor } from '#exchange/crypto.ts';
import { type Day, day } from '#domain/time.ts';

/** Headquarters' keys: what it signs references and answers with, issues referrals with, reads batches with. */
export interface HqKeys {
  readonly sign: Signer & { readonly publicKey: string };
  readonly issue: Signer & { readonly publicKey: string; readonly from: Day };
  readonly age: { readonly identity: string; readonly recipient: string };
  /** The key under which points blind names, one a year. */
  readonly yearlyKey: (year: number) => string;
  /** The salt under which points turn card numbers into their stand-ins: one for ever. */
  readonly cardSalt: string;
  /** 32 secret bytes under a name: what a part of the reference is encrypted with. */
  readonly contentKey: (name: string) => Buffer;
}

interface StoredKeys {
  readonly sign: SigningKey;
  readonly issue: SigningKey & { readonly from: string };
  readonly age: { readonly identity: string; readonly recipient: string };
  readonly blindRoot: string;
}

/** New keys in memory, for tests and demonstrations. */
export async function newHqKeys(from: Day): Promise<HqKeys> {
  return hqKeysOf(await generate(from));
}

/** The keys of a data folder, made at the first call: one file that only the account of the server can read. */
export async function openHqKeys(folder: string, today: Day): Promise<HqKeys> {
  const file = join(folder, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(await generate(today)), { mode: 0o600, flag: 'wx', flush: true });
  }
  return hqKeysOf(JSON.parse(readFileSync(file, 'utf8')) as StoredKeys);
}

async function generate(from: Day): Promise<StoredKeys> {
  return {
    sign: newSigningKey(),
    issue: { ...newSigningKey(), from },
    age: await newAgeIdentity(),
    blindRoot: randomBytes(32).toString('base64url'),
  };
}

function hqKeysOf(stored: StoredKeys): HqKeys {
  const root = Buffer.from(stored.blindRoot, 'base64url');
  return {
    sign: namedSigner(stored.sign),
    issue: { ...namedSigner(stored.issue), from: day(stored.issue.from) },
    age: stored.age,
    cardSalt: hmacSha256(root, 'comptoir/card-salt/1'),
    contentKey: (name) => Buffer.from(hmacSha256(root, `comptoir/content/1\n${name}`), 'base64url'),
    yearlyKey: (year) => hmacSha256(root, `comptoir/yearly-key/1\n${year}`),
  };
}

const namedSigner = (key: SigningKey): HqKeys['sign'] => ({
  keyId: key.keyId,
  publicKey: key.publicKey,
  sign: signerFor(key.privateKey),
});
