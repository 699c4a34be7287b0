import { z } from 'zod';
import type { TillId } from '#domain/ids.ts';
import type { ChainHeads } from '#domain/integrity.ts';
import type { Instant } from '#domain/time.ts';
import type { Signer, Verify } from './crypto.ts';
import { heads, instant, tillId } from './schema.ts';
import { openDocument, sealDocument } from './signed-document.ts';

/** Every head file is this long, so that it is overwritten in place and never grows or shrinks. */
export const headFileBytes = 1024;

/** `SITE-TILL.heads`, beside the database. */
export const headFileName = (till: TillId): string => `${till}.heads`;

const body = z.strictObject({ v: z.literal(1), till: tillId, at: instant, heads });

/** Where the four chains of a till stand, signed by the till, padded with spaces and ended by a line feed. */
export function sealHeads(till: TillId, at: Instant, chains: ChainHeads, signer: Signer): Buffer {
  const text = sealDocument('heads', { v: 1, till, at, heads: chains }, signer);
  const bytes = Buffer.alloc(headFileBytes, ' ');
  bytes.write(text, 'utf8');
  bytes[headFileBytes - 1] = 10;
  return bytes;
}

/** Reads a head file back; null unless every byte of it is as it was written for this till. */
export function openHeads(bytes: Uint8Array, till: TillId, verify: Verify): ChainHeads | null {
  const text = Buffer.from(bytes).toString('utf8');
  const [first = '', second = '', rest = ''] = text.split('\n');
  const padding = headFileBytes - Buffer.byteLength(`${first}\n${second}\n`) - 1;
  if (bytes.length !== headFileBytes || text !== `${first}\n${second}\n${' '.repeat(Math.max(0, padding))}\n`)
    return null;
  if (rest.trim() !== '') return null;
  const opened = openDocument({ kind: 'heads', schema: body }, `${first}\n${second}\n`, verify);
  return opened.ok && opened.value.body.till === till ? opened.value.body.heads : null;
}
