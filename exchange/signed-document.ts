import { z } from 'zod';
import type { KeyId } from '#domain/ids.ts';
import { canonicalText } from '#domain/journal.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Signer, type Verify, sha256Hex } from './crypto.ts';
import { keyId, signature64 } from './schema.ts';

/**
 * What headquarters signs, and, of the till: where its chains stand, an archive, a backup. Each kind has its own
 * signing prefix, so that none passes for another.
 */
export type SealedKind =
  | 'acknowledgement'
  | 'reference'
  | 'people'
  | 'card'
  | 'spare'
  | 'answer'
  | 'enrolment-response'
  | 'heads'
  | 'archive'
  | 'backup';

export type SealDefect = 'not-a-document' | 'not-canonical' | 'other-kind' | 'bad-signature' | 'bad-body';

const sealLine = z.strictObject({ kind: z.string(), keyId, signature: signature64 });

const signingText = (kind: string, bodyText: string): string => `comptoir/${kind}/1\n${sha256Hex(bodyText)}`;

/** Two lines, each RFC 8785 JSON and ended by a line feed: the body, then kind, key id and signature. */
export function sealDocument(kind: SealedKind, body: object, signer: Signer): string {
  const bodyText = canonicalText(body);
  const signature = signer.sign(signingText(kind, bodyText));
  return `${bodyText}\n${canonicalText({ kind, keyId: signer.keyId, signature })}\n`;
}

/** Reads a sealed document: signature first, then its schema. Nothing of an unsigned body is believed. */
export function openDocument<T>(
  expected: { readonly kind: SealedKind; readonly schema: z.ZodType<T> },
  text: string,
  verify: Verify,
): Result<{ readonly body: T; readonly keyId: KeyId }, SealDefect> {
  const lines = text.split('\n');
  const [bodyText, sealText, rest] = lines;
  if (lines.length !== 3 || rest !== '' || !bodyText || !sealText) return refuse('not-a-document');
  const seal = sealLine.safeParse(parseJson(sealText));
  if (!seal.success) return refuse('not-a-document');
  if (canonicalText(seal.data) !== sealText) return refuse('not-canonical');
  if (seal.data.kind !== expected.kind) return refuse('other-kind');
  if (!verify(seal.data.keyId, signingText(expected.kind, bodyText), seal.data.signature))
    return refuse('bad-signature');
  const body = expected.schema.safeParse(parseJson(bodyText));
  return body.success ? ok({ body: body.data, keyId: seal.data.keyId }) : refuse('bad-body');
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
