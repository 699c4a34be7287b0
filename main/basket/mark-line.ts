import type { Answer, Input } from '#contract/ipc.ts';
import { changeLine } from './change-line.ts';
import type { Deps } from '../deps.ts';

/** For somebody of the household, or in place of one lost, stolen or faulty. */
export function markLine(deps: Deps, input: Input<'markLine'>): Answer<'markLine'> {
  const { lineId, forHousehold, replacement } = input;
  return changeLine(deps, lineId, (line) => ({
    ...line,
    forHousehold,
    replacement,
    // An exception was approved for the line as it was.
    overriddenBy:
      line.forHousehold === forHousehold && line.replacement === replacement ? line.overriddenBy : null,
  }));
}
