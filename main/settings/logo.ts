import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { logoOf } from './logo-picture.ts';

/** What stands at the head of tickets. */
export const logo = (deps: Deps): Answer<'logo'> => ok(logoOf(deps.store, deps.till));
