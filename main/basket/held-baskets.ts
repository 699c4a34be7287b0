import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { heldList } from './held.ts';
import type { Deps } from '../deps.ts';

/** Baskets set aside, oldest first. */
export const heldBaskets = (deps: Deps): Answer<'heldBaskets'> => ok(heldList(deps));
