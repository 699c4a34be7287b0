import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './form/call.ts';

/** Things to practise with: a tap scans them. Real cards and real articles are refused in training. */
export interface TrainingTray {
  readonly people: readonly { readonly name: string; readonly card: string }[];
  readonly articles: readonly { readonly label: string; readonly text: string }[];
}

export interface TrainingState {
  readonly since: Instant;
  readonly tray: TrainingTray;
}

export const trainingCalls = {
  /** From a session with an empty basket, into a point of its own where nothing is true. */
  startTraining: call({
    role: 'trainee',
    evenWhile: ['training'],
    input: z.object({}),
    output: type<null>(),
    refusals: type<
      | { kind: 'no-session' }
      | { kind: 'session-stale'; readonly businessDay: Day }
      | { kind: 'basket-in-use' }
      | { kind: 'training-already' }
    >(),
  }),
  /** Whoever stands there: a locked or signed-out practice can always be left. */
  stopTraining: call({
    role: 'nobody',
    evenWhile: ['locked', 'handed-password', 'training'],
    input: z.object({}),
    output: type<null>(),
    refusals: type<{ kind: 'no-training' }>(),
  }),
} as const;
