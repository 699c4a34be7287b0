import type { SaleRow } from '#db/queries/sale.ts';
import type { SessionRow } from '#db/queries/session.ts';
import type { ByTender } from '#domain/tender.ts';
import type { ReadingDeps } from '../deps.ts';
import { signedSale } from '../journal/read.ts';
import { correctionsOf, netNow } from '../ticket/view.ts';

export interface SaleNet {
  readonly sale: SaleRow;
  readonly net: ByTender;
}

/** Sales and returns of a session with what each tender holds of them now, corrections included. */
export const netsOf = (deps: ReadingDeps, session: SessionRow): SaleNet[] =>
  deps.store.salesOfSession(session.id).map((sale) => ({
    sale,
    net: netNow(signedSale(deps, sale).payload.netByKind, correctionsOf(deps, sale)),
  }));

/** Undertakings of structures in the drawer: one paper a sale that a structure still pays. */
export const creditPapers = (nets: readonly SaleNet[]): number =>
  nets.filter(({ sale, net }) => sale.kind === 'sale' && net.structureCredit > 0).length;
