import type { Call } from '#contract/form/call.ts';
import { type CallName, contract } from '#contract/ipc.ts';
import type { Topic } from '#contract/form/topics.ts';

const calls = Object.entries(contract) as readonly (readonly [CallName, Call])[];

/** Which questions are asked again when the application says that something changed. */
export const questionsOn = (topic: Topic): readonly CallName[] =>
  calls.filter(([, { askedAgainOn = [] }]) => askedAgainOn.includes(topic)).map(([name]) => name);

/** Whether the answer of a call is the basket as it now stands. */
export const answersWithBasket = (name: CallName): boolean =>
  (contract[name] as Call).answersWith === 'basket';
