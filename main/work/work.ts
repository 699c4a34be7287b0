import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** The long work that runs now, if any. */
export const work = (deps: Deps): Answer<'work'> => ok(deps.work.view());
