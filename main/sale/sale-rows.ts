import type { SaleLine, SalePayload } from '#domain/sale.ts';
import { type Tender, detailsOf } from '#domain/tender.ts';

type Of = Pick<SalePayload, 'saleId' | 'lines' | 'tenders'>;

/** Rows of the lines of a sale, as they are written once and must still read. */
export const lineRows = ({ saleId, lines }: Of) =>
  lines.map((line: SaleLine, position) => ({
    saleId,
    position,
    lineId: line.lineId,
    sku: line.sku,
    family: line.family,
    label: line.label,
    quantity: line.quantity,
    unitKey: line.unit?.key ?? null,
    totalCents: line.totalCents,
    referenceCents: line.referenceCents,
    returnsLineId: line.returns?.lineId ?? null,
  }));

/** Rows of its tenders. */
export const tenderRows = ({ saleId, tenders }: Of) =>
  tenders.map((tender: Tender, position) => ({
    saleId,
    position,
    kind: tender.kind,
    cents: tender.cents,
    ...detailsOf(tender),
  }));
