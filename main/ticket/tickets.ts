import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { summaryOf } from './view.ts';

const latest = 60;

/** Latest tickets of the till, those whose number ends so, or those of a person. */
export function tickets(deps: Deps, input: Input<'tickets'>): Answer<'tickets'> {
  const { store, till } = deps;
  const rows =
    input.personId === null
      ? store.recentSales(till, input.text, latest)
      : store.salesOfPerson(input.personId, latest);
  return ok(rows.map((row) => summaryOf(deps, row)));
}
