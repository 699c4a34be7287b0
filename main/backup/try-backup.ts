import type { Answer, Input } from '#contract/ipc.ts';
import { tryBackup as attempt } from './restore.ts';
import type { Deps } from '../deps.ts';

/** A test restore on a till that works: nothing of the point is touched. */
export const tryBackup = (deps: Deps, input: Input<'tryBackup'>): Promise<Answer<'tryBackup'>> =>
  attempt(deps.restoring, input);
