import type { SaleRow } from '#db/queries/sales.ts';
import type { Deps } from '../deps.ts';

/** The sale that was paid: a thing given in exchange, or sold again at the right price, stands on a later record. */
export const rootOf = (deps: Deps, ticket: SaleRow): SaleRow | undefined => {
  if (ticket.kind === 'sale') return ticket;
  return ticket.originalId === null ? undefined : deps.store.saleById(ticket.originalId);
};
