import type { SaleRow } from '#db/queries/sale.ts';
import type { ReadingDeps } from '../deps.ts';

/** The sale that was paid: a thing given in exchange, or sold again at the right price, stands on a later record. */
export const rootOf = (deps: ReadingDeps, ticket: SaleRow): SaleRow | undefined => {
  if (ticket.kind === 'sale') return ticket;
  return ticket.originalId === null ? undefined : deps.store.saleById(ticket.originalId);
};
