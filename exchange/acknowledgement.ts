import { z } from 'zod';
import type { Result } from '#domain/result.ts';
import type { Signer, Verify } from './crypto.ts';
import { heads, instant, sha256Text, siteCode, tillId } from './schema.ts';
import { type SealDefect, openDocument, sealDocument } from './signed-document.ts';

/**
 * What headquarters made of a batch. `accepted` and `already-have` are final and good; `gap` asks for `expected`
 * first; `conflict` means that other content holds this number; `quarantined` takes no number.
 */
const acknowledgementStatus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('already-have') }),
  z.object({ kind: z.literal('conflict'), heldManifestSha256: sha256Text }),
  z.object({ kind: z.literal('gap'), expected: z.int().positive() }),
  z.object({ kind: z.literal('unknown-schema'), known: z.array(z.int()) }),
  z.object({
    kind: z.literal('quarantined'),
    reason: z.enum(['corrupt', 'unknown-till', 'broken-link', 'other-address']),
  }),
]);
export type AcknowledgementStatus = z.output<typeof acknowledgementStatus>;
export type QuarantineReason = Extract<AcknowledgementStatus, { kind: 'quarantined' }>['reason'];

export const acknowledgementBody = z.object({
  v: z.literal(1),
  /** Site, till and number the batch was pushed to, or those of its manifest; null when neither can be told. */
  site: siteCode.nullable(),
  till: tillId.nullable(),
  batchNo: z.int().positive().nullable(),
  /** SHA-256 of the bytes received. */
  fileSha256: sha256Text,
  /** Identity of the batch; null when it could not be read. */
  manifestSha256: sha256Text.nullable(),
  status: acknowledgementStatus,
  at: instant,
  /** Where headquarters now holds the chains of this till: what a till restored from an old backup is behind. */
  heads: heads.nullable(),
});
export type Acknowledgement = z.output<typeof acknowledgementBody>;

export const sealAcknowledgement = (body: Acknowledgement, signer: Signer): string =>
  sealDocument('acknowledgement', body, signer);

/** Opens an acknowledgement. The caller checks that it speaks of its own till and file. */
export function openAcknowledgement(text: string, verify: Verify): Result<Acknowledgement, SealDefect> {
  const opened = openDocument({ kind: 'acknowledgement', schema: acknowledgementBody }, text, verify);
  return opened.ok ? { ok: true, value: opened.value.body } : opened;
}
