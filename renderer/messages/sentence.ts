import type { Reason, ReasonCode } from '#domain/reasons.ts';
import type { AllRefusals, RefusalKind } from '../api/client.ts';
import type { Formats } from '../ui/format.ts';

/** What happened and why; then what to do next. */
export interface Sentence {
  readonly text: string;
  readonly next: string;
}

/** One sentence a reason: a code of the rule engine without its words does not compile. */
export type ReasonSentences = {
  readonly [C in ReasonCode]: (reason: Extract<Reason, { code: C }>, say: Formats) => Sentence;
};

/** One sentence a refusal of the contract: a kind without its words does not compile. */
export type RefusalSentences = {
  readonly [K in RefusalKind]: (refusal: Extract<AllRefusals, { kind: K }>, say: Formats) => Sentence;
};
