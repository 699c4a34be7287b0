import type { Answer } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import { closingView } from './past.ts';
import type { Deps } from '../deps.ts';

const latest = 800;

/** Past closings, newest first: about a year of them. */
export function closings(deps: Deps): Answer<'closings'> {
  const last = deps.store.lastRecord(deps.till, 'closing')?.seq ?? 0;
  const rows = deps.store.recordsBetween(deps.till, 'closing', Math.max(1, last - latest), last);
  return ok(rows.toReversed().flatMap((row) => closingView(row) ?? []));
}
