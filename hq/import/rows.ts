import type { OpenedBatch, OpenedJournal } from '#exchange/open-batch.ts';
import type { DayClosingPayload, SessionClosingPayload } from '#domain/closing.ts';
import type { CorrectionPayload, SalePayload } from '#domain/sale.ts';
import { detailsOf } from '#domain/tender.ts';
import type { CopyRows } from '../store/store.ts';
import { addEvents } from './event-rows.ts';
import { addBefore } from './rows-0.1.ts';
import { type Tables, newTables } from './tables.ts';

/** Everything of a batch that is only ever added, as rows to copy. People and their rights are merged apart. */
export function copyRowsOf(batch: OpenedBatch): CopyRows[] {
  const tables = newTables();
  const { till, batchNo } = batch.manifest;
  for (const one of batch.journal) addJournal(tables, one, batchNo);
  addEvents(tables, batch);
  for (const { position, line } of batch.before)
    addBefore(tables, line, { till, batch_no: batchNo, position });
  return Object.values(tables).map((table) => table.rows());
}

function addJournal(tables: Tables, one: OpenedJournal, batchNo: number): void {
  const { line, record, read } = one;
  tables.journal.add({
    till: record.till,
    chain: line.chain,
    seq: record.seq,
    batch_no: batchNo,
    at: record.at,
    business_day: record.businessDay,
    type: record.type,
    bytes: line.bytes,
    hash: line.hash,
    signature: line.signature,
    key_id: record.keyId,
  });
  const place = {
    till: record.till,
    seq: record.seq,
    batch_no: batchNo,
    business_day: record.businessDay,
  };
  switch (read.kind) {
    case 'sale':
      addSale(tables, { ...place, at: record.at }, read.payload);
      break;
    case 'correction':
      addCorrection(tables, place, read.payload);
      break;
    case 'day-closing':
      addDayClosing(tables, place, read.payload);
      break;
    case 'session-closing':
      addDifferences(tables, place, read.payload);
      break;
    case 'long-closing':
    case 'copy':
    case 'event':
    case 'other':
      break;
  }
}

interface Place {
  readonly till: string;
  readonly seq: number;
  readonly batch_no: number;
  readonly business_day: string;
}

function addSale(tables: Tables, place: Place & { readonly at: string }, sale: SalePayload): void {
  tables.sale.add({
    ...place,
    sale_id: sale.saleId,
    number: sale.number,
    kind: sale.kind,
    operator: sale.operator,
    person_id: sale.personId,
    entitlement_id: sale.entitlementId,
    policy_version: sale.policyVersion,
    reference_number: sale.referenceNumber,
    total_cents: sale.totalCents,
    reference_cents: sale.referenceCents,
    saving_cents: sale.savingCents,
    net_by_kind: JSON.stringify(sale.netByKind),
    original: sale.original,
  });
  for (const [lineNo, line] of sale.lines.entries())
    addLine(tables, { ...place, line_no: lineNo }, sale, line);
  for (const [tenderNo, tender] of sale.tenders.entries()) {
    const details = detailsOf(tender);
    tables.tender.add({
      ...place,
      tender_no: tenderNo,
      sale_id: sale.saleId,
      kind: tender.kind,
      cents: tender.cents,
      reference: details.reference,
      prescriber_id: details.prescriberId,
      commitment: details.commitment,
    });
  }
}

function addLine(
  tables: Tables,
  place: Place & { readonly line_no: number },
  sale: SalePayload,
  line: SalePayload['lines'][number],
): void {
  tables.line.add({
    ...place,
    sale_id: sale.saleId,
    line_id: line.lineId,
    sku: line.sku,
    family: line.family,
    label: line.label,
    quantity: line.quantity,
    unit_key: line.unit?.key ?? null,
    total_cents: line.totalCents,
    reference_cents: line.referenceCents,
    saving_cents: line.savingCents,
    price_list_id: line.priceListId,
    vat_code: line.vatCode,
    returns_line_id: line.returns?.lineId ?? null,
  });
}

const addCorrection = (tables: Tables, place: Place, payload: CorrectionPayload): void =>
  tables.correction.add({
    ...place,
    sale_id: payload.saleId,
    what: payload.change.what,
    change: JSON.stringify(payload.change),
  });

const addDayClosing = (tables: Tables, place: Place, { totals, perpetual }: DayClosingPayload): void =>
  tables.closing.add({
    ...place,
    sales: totals.sales,
    returns: totals.returns,
    total_cents: totals.totalCents,
    perpetual_net_cents: perpetual.netCents,
    perpetual_absolute_cents: perpetual.absoluteCents,
  });

function addDifferences(tables: Tables, place: Place, payload: SessionClosingPayload): void {
  for (const [position, difference] of payload.differences.entries())
    tables.difference.add({
      ...place,
      position,
      tender: difference.tender,
      expected_cents: difference.expectedCents,
      counted_cents: difference.countedCents,
      difference_cents: difference.differenceCents,
      reason: difference.reason,
    });
}
