import type { SaleRow } from '#db/queries/sale.ts';
import { signatureMark } from '#domain/journal.ts';
import { type TicketBlock, type TicketDocument, markTraining } from '#paper/document.ts';
import { saleTicket } from '#paper/ticket.ts';
import type { ReadingDeps } from '../deps.ts';
import { sellerThen } from '../sale/seller.ts';
import { signedSale } from '../journal/read.ts';

/** The ticket of a sale; `print` 1 is the ticket, from 2 on a DUPLICATA. */
export function ticketOf(
  deps: ReadingDeps,
  sale: SaleRow,
  print: number,
  copy: readonly TicketBlock[] = [],
): TicketDocument {
  const { payload, signature } = signedSale(deps, sale);
  const { seller, guaranteeText } = sellerThen(deps, payload);
  const { code } = deps.reference().site;
  const document = saleTicket({
    sale: payload,
    at: sale.at,
    site: seller,
    till: sale.till.slice(code.length + 1),
    mark: signatureMark(signature),
    guaranteeText,
    version: payload.version,
    print,
    copy,
  });
  return deps.practice.state() ? markTraining(document) : document;
}
