import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { ticketView } from './view.ts';

/** One ticket and all that happened to it. */
export function ticket(deps: Deps, input: Input<'ticket'>): Answer<'ticket'> {
  const sale = deps.store.saleById(input.saleId);
  return sale ? ok(ticketView(deps, sale)) : refuse({ kind: 'sale-unknown' });
}
