import { isOverridable } from '#domain/reasons.ts';
import type { Answer, Input } from '#contract/ipc.ts';
import { approve } from '../access/approve.ts';
import { changeLine } from './change-line.ts';
import type { OpenBasket } from './current.ts';
import { judgeBasket } from './judge.ts';
import type { Deps } from '../deps.ts';
import { signedReason } from '../journal/typed.ts';
import { appendEvent } from '../journal/append.ts';

/** A manager's exception on a refused line: a reason and two names. */
export async function overrideLine(
  deps: Deps,
  input: Input<'overrideLine'>,
): Promise<Answer<'overrideLine'>> {
  const approver = await approve(deps, input.approval);
  if (!approver.ok) return approver;
  return deps.store.transaction(() =>
    changeLine(deps, input.lineId, (line, basket) => {
      if (!needsException(deps, basket, line.lineId)) return line;
      appendEvent(deps, 'override', {
        sku: line.sku,
        ...signedReason(deps, input.reason),
        approvedBy: approver.value,
      });
      return { ...line, overriddenBy: approver.value };
    }),
  );
}

/** An exception lifts what refuses the line now; it is not kept in hand for a refusal to come. */
function needsException(deps: Deps, { row, on }: OpenBasket, lineId: string): boolean {
  const { verdict } = judgeBasket(deps, row, on);
  const judged = verdict.lines.find((one) => one.line.lineId === lineId);
  return judged !== undefined && judged.verdict === 'refused' && judged.reasons.some(isOverridable);
}
