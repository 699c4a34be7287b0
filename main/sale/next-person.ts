import type { Answer, Input } from '#contract/ipc.ts';
import { ok } from '#domain/result.ts';
import type { Deps } from '../deps.ts';

/** "Personne suivante": the sale that was just paid is left, here and on every page of this till. */
export function nextPerson(deps: Deps, { saleId }: Input<'nextPerson'>): Answer<'nextPerson'> {
  deps.desk.leftSale = saleId;
  deps.changed('basket');
  return ok(null);
}
