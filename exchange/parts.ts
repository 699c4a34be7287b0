import { gunzipSync, gzipSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { type Result, ok, refuse } from '#domain/result.ts';
import { count } from './schema.ts';

/**
 * A part of the reference as it travels: the signed document, compressed and encrypted under a content key that is
 * wrapped to the age key of one till. Made once per number, it is the same file for everybody: only the wrapping is
 * each till's own, and a stick or a proxy reads nothing.
 */
const part = z.object({
  number: z.int().positive(),
  /** base64: age file to the till, of the content key (an age identity). */
  key: z.base64(),
  /** base64: age file to the content key, of the gzip of the document. */
  file: z.base64(),
});
export type Part = z.output<typeof part>;

/** The parts that a till lacks. */
export const partsBody = z.object({
  v: z.literal(2),
  catalogue: part.nullable(),
  /** `since`: the number of people that it adds to; 0 when it is all of them. */
  people: part.extend({ since: count }).nullable(),
});
export type Parts = z.output<typeof partsBody>;

// A reference unpacks to some tens of megabytes at 30,000 cards; what is larger is an attack or a mistake.
const largestText = 512 * 1024 * 1024;

async function encrypted(bytes: Uint8Array | string, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

async function decrypted(bytes: Uint8Array, identity: string): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
    return await decrypter.decrypt(bytes);
  } catch {
    return null;
  }
}

/** The file of a part, the same for every till. */
export const sealPart = (document: string, contentRecipient: string): Promise<Uint8Array> =>
  encrypted(gzipSync(document), contentRecipient);

/** Wraps the key of a file to a till. */
export const wrapContentKey = (contentIdentity: string, recipient: string): Promise<Uint8Array> =>
  encrypted(contentIdentity, recipient);

export type PartRefusal = 'not-ours' | 'unreadable';

/** The signed document in a part that was made for the till of this identity. */
export async function openPart(
  { key, file }: Pick<Part, 'key' | 'file'>,
  identity: string,
): Promise<Result<string, PartRefusal>> {
  const content = await decrypted(Buffer.from(key, 'base64'), identity);
  if (!content) return refuse('not-ours');
  const packed = await decrypted(Buffer.from(file, 'base64'), Buffer.from(content).toString('utf8'));
  if (!packed) return refuse('unreadable');
  try {
    return ok(gunzipSync(packed, { maxOutputLength: largestText }).toString('utf8'));
  } catch {
    return refuse('unreadable');
  }
}
