import type { Answer, Input } from '#contract/ipc.ts';
import { approve } from '../access/approve.ts';
import { changeLine } from '../basket/change-line.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** A manager's exception on a refused line: a reason and two names. */
export async function overrideLine(
  deps: Deps,
  input: Input<'overrideLine'>,
): Promise<Answer<'overrideLine'>> {
  const approver = await approve(deps, input.approval);
  if (!approver.ok) return approver;
  return deps.store.transaction(() =>
    changeLine(deps, input.lineId, (line) => {
      appendEvent(deps, 'override', { sku: line.sku, reason: input.reason, approvedBy: approver.value });
      return { ...line, overriddenBy: approver.value };
    }),
  );
}
