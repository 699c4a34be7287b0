import type { Answer, Input } from '#contract/ipc.ts';
import { changeLine } from './change-line.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Takes a line away; the technical journal keeps that somebody did. */
export function removeLine(deps: Deps, input: Input<'removeLine'>): Answer<'removeLine'> {
  return deps.store.transaction(() =>
    changeLine(deps, input.lineId, (line) => {
      appendEvent(deps, 'line-removed', { sku: line.sku, quantity: line.quantity, unitKey: line.unitKey });
      return null;
    }),
  );
}
