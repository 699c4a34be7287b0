import type { SaleRow } from '#db/queries/sales.ts';
import { parseRecord, signatureMark } from '#domain/journal.ts';
import type { SalePayload } from '#domain/sale.ts';
import { type TicketDocument, markTraining, saleTicket } from '#domain/ticket.ts';
import type { Deps } from '../deps.ts';

/** The signed payload of a sale or return, as stored. @throws when its record is missing: the journal is broken. */
export function payloadOf(
  deps: Deps,
  sale: SaleRow,
): { readonly payload: SalePayload; readonly signature: string } {
  const [record] = deps.store.recordsBetween(sale.till, 'sale', sale.recordSeq, sale.recordSeq);
  const parsed = record && parseRecord(record.bytes);
  if (!record || !parsed) throw new Error(`no record for sale ${sale.id}`);
  return { payload: parsed.payload as SalePayload, signature: record.signature };
}

/** The ticket of a sale; `print` 1 is the ticket, from 2 on a DUPLICATA. */
export function ticketOf(deps: Deps, sale: SaleRow, print: number): TicketDocument {
  const { payload, signature } = payloadOf(deps, sale);
  const { site, catalogue } = deps.reference();
  const document = saleTicket({
    sale: payload,
    at: sale.at,
    site,
    till: sale.till.slice(site.code.length + 1),
    mark: signatureMark(signature),
    guaranteeText: catalogue.policy.guaranteeText,
    version: deps.version,
    print,
  });
  return deps.practice.state() ? markTraining(document) : document;
}
