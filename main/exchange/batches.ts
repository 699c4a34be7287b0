import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { batchView } from './view.ts';

const latest = 120;

/** Days sent and waiting, newest first: no state hides a row. */
export const batches = (deps: Deps): Answer<'batches'> =>
  ok(deps.store.batches(deps.till, latest).map(batchView));
