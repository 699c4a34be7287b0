import { z } from 'zod';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type Acknowledgement, openAcknowledgement } from './acknowledgement.ts';
import type { Signer, Verify } from './crypto.ts';
import { partsBody } from './parts.ts';
import { instant, siteCode, tillId } from './schema.ts';
import { type SealDefect, openDocument, sealDocument } from './signed-document.ts';

/** The one file that comes back on a stick: acknowledgements and the parts of the reference, each sealed by itself. */
const answerBody = z.object({
  v: z.literal(2),
  site: siteCode,
  till: tillId,
  at: instant,
  acknowledgements: z.array(z.string()),
  /** Whole parts, wrapped to the till; null before anything was published. */
  reference: partsBody.nullable(),
});
export type AnswerBody = z.output<typeof answerBody>;

export interface OpenedAnswer extends Omit<AnswerBody, 'acknowledgements'> {
  /** In the order of their batches, each with its sealed text to keep. */
  readonly acknowledgements: readonly { readonly text: string; readonly body: Acknowledgement }[];
}

export const sealAnswer = (body: AnswerBody, signer: Signer): string => sealDocument('answer', body, signer);

/** `SITE-TILL.comptoir-answer`: what "Importer la réponse du siège" takes. */
export const answerFileName = (till: string): string => `${till}.comptoir-answer`;

/**
 * Opens an answer and every acknowledgement in it; one that does not hold refuses the whole. The parts of the
 * reference are left sealed: `openPart` opens them. The caller checks that the answer is for its own till.
 */
export function openAnswer(text: string, verify: Verify): Result<OpenedAnswer, SealDefect> {
  const opened = openDocument({ kind: 'answer', schema: answerBody }, text, verify);
  if (!opened.ok) return opened;
  const acknowledgements: { readonly text: string; readonly body: Acknowledgement }[] = [];
  for (const sealed of opened.value.body.acknowledgements) {
    const one = openAcknowledgement(sealed, verify);
    if (!one.ok) return refuse(one.refusal);
    acknowledgements.push({ text: sealed, body: one.value });
  }
  return ok({ ...opened.value.body, acknowledgements });
}
