import type { HqAnswer, HqCall, HqInput, HqOutputs, HqRefusal } from '../contract/calls.ts';

/** A refusal that headquarters answered: expected, and said in words by `refusalWords`. */
export class Refused extends Error {
  readonly refusal: HqRefusal;

  constructor(refusal: HqRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Calls headquarters. @throws Refused for a refusal, Error when it cannot be reached. */
export async function ask<C extends HqCall>(call: C, input: HqInput<C>): Promise<HqOutputs[C]> {
  const response = await fetch(`/api/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as HqAnswer<C>;
  if (typeof answer.ok !== 'boolean') throw new Error('unreadable answer');
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}
