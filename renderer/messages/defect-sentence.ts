import type { IntegrityDefect, IntegrityDefectKind } from '#domain/integrity.ts';
import type { Formats } from '../ui/format.ts';

/** What happened; why it matters; what to do next, with the number to say on the telephone. */
export interface DefectWords {
  readonly text: string;
  readonly why: string;
  readonly next: string;
}

export type Calling = 'now' | 'if-again';

/** A language says when to call; the call itself is worded once for all kinds. */
export interface DefectSaid extends DefectWords {
  readonly call: Calling;
}

/** One sentence a kind: a defect without its words does not compile. */
export type DefectSentences = {
  readonly [K in IntegrityDefectKind]: (
    defect: Extract<IntegrityDefect, { kind: K }>,
    say: Formats,
  ) => DefectSaid;
};

export type CallSentences = Readonly<Record<Calling, (number: string) => string>>;
