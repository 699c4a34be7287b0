import type { Answer } from '#contract/ipc.ts';
import type { Deps } from '../deps.ts';

/** Sends what waits now, and fetches the newest prices. */
export const sendNow = (deps: Deps): Promise<Answer<'sendNow'>> => deps.sync.sendNow();
