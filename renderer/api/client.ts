import type { Answer, Bridge, CallName, Contract, Output } from '#contract/ipc.ts';
import type { CommonRefusal, RefusalOf } from '#contract/form/call.ts';
import type { z } from 'zod';

/** What a call takes before parsing. */
export type Given<N extends CallName> = z.input<Contract[N]['input']>;

/** Every refusal that any call may answer with. */
export type AllRefusals = { [N in CallName]: RefusalOf<Contract[N]> }[CallName] | CommonRefusal;
export type RefusalKind = AllRefusals['kind'];

/** A refused question, thrown so that a query shows it as its error. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: AllRefusals;
  constructor(refusal: AllRefusals) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Asks the application; a refusal is a value, only a lost link throws. */
export async function call<N extends CallName>(bridge: Bridge, name: N, input: Given<N>): Promise<Answer<N>> {
  return (await bridge.invoke(name, input)) as Answer<N>;
}

/** As `call`, with a refusal thrown as `RefusedError`. */
export async function ask<N extends CallName>(bridge: Bridge, name: N, input: Given<N>): Promise<Output<N>> {
  const answer = await call(bridge, name, input);
  if (answer.ok) return answer.value;
  throw new RefusedError(answer.refusal);
}
