import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** What the till noticed about its own record. */
export const integrity = (deps: Deps): Answer<'integrity'> => ok(deps.integrity.state());
