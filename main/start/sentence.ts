import type { StartRefusal } from './refusal.ts';

/** What happened and why; then what to do next. */
export interface StartSentence {
  readonly text: string;
  readonly next: string;
}

/** What is said around a start. A kind of refusal without its words does not compile. */
export interface StartWords {
  readonly starting: string;
  readonly openIn: string;
  readonly noDesktop: string;
  readonly notFetched: string;
  readonly fetching: string;
  readonly alreadyHere: string;
  readonly retry: string;
  readonly close: string;
  readonly reload: string;
  readonly wait: string;
  readonly continue: string;
  readonly pageGone: StartSentence;
  readonly pageHung: StartSentence;
  /** Something threw in the application itself, outside of any call. */
  readonly broke: (incident: string) => StartSentence;
  /** The same where only the page could be reloaded, by whoever sits before it. */
  readonly goesOn: (incident: string) => StartSentence;
  readonly options: string;
  readonly createHere: (folder: string) => string;
  readonly yes: RegExp;
  readonly refusals: {
    readonly [K in StartRefusal['kind']]: (
      refusal: Extract<StartRefusal, { kind: K }>,
      folder: string,
    ) => StartSentence;
  };
}
