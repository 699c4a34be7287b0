import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { teamMember } from './change.ts';

/** Everybody who may or could sign in. */
export const team = (deps: Deps): Answer<'team'> => ok(deps.store.operators().map(teamMember));
