import { isDeepStrictEqual } from 'node:util';
import type { RecordRow } from '#db/queries/journal.ts';
import type { SaleRow } from '#db/queries/sale.ts';
import type { ReadingStore } from '#db/store.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import type { SaleId } from '#domain/ids.ts';
import type { SalePayload } from '#domain/sale.ts';
import { type CountedRows, ledgerDiffers } from '../ledger/differs.ts';
import { lineRows, tenderRows } from '../sale/sale-rows.ts';

/** A record of a sale or return with what it says. */
export interface ReadSale {
  readonly row: RecordRow;
  readonly payload: SalePayload;
}

interface Beside extends CountedRows {
  readonly sales: ReadonlyMap<SaleId, SaleRow>;
  readonly lines: ReadonlyMap<SaleId, ReturnType<typeof lineRows>>;
  readonly tenders: ReadonlyMap<SaleId, ReturnType<typeof tenderRows>>;
}

/** The rows that lists and returns are read from say what was signed: every column that the records tell. */
export function saleRowDefects(
  store: ReadingStore,
  read: readonly ReadSale[],
  /** Sales of which something came back, or whose person was put right. */
  changed: ReadonlySet<SaleId>,
): IntegrityDefect[] {
  if (read.length === 0) return [];
  const beside = rowsBeside(store, [...new Set(read.map((one) => one.payload.saleId))]);
  return read.flatMap((one) => defectsOf(store, one, { beside, changed }));
}

/** One look at each table for many sales: what is asked sale by sale costs several times the records themselves. */
function rowsBeside(store: ReadingStore, ids: readonly SaleId[]): Beside {
  const { sales, lines, tenders } = store.rowsOfSales(ids);
  return {
    sales: new Map(sales.map((row) => [row.id, row])),
    lines: Map.groupBy(lines, (row) => row.saleId),
    tenders: Map.groupBy(tenders, (row) => row.saleId),
    usage: Map.groupBy(store.usageOfSales(ids), (row) => row.saleId),
    holders: new Map(store.holdersOf(ids).map((row) => [row.saleId, row])),
  };
}

function defectsOf(
  store: ReadingStore,
  { row, payload }: ReadSale,
  { beside, changed }: { readonly beside: Beside; readonly changed: ReadonlySet<SaleId> },
): IntegrityDefect[] {
  const sale = beside.sales.get(payload.saleId);
  const { number } = payload;
  const { businessDay } = row;
  if (!sale || !holds(store, { sale, row, payload }, beside))
    return [{ kind: 'sale-row-changed', number, businessDay }];
  // What came back is counted with its sale.
  if (payload.original !== null) return [];
  return ledgerDiffers(store, sale, { payload, alone: !changed.has(sale.id), counted: beside })
    ? [{ kind: 'usage-changed', number, businessDay }]
    : [];
}

const holds = (
  store: ReadingStore,
  { sale, row, payload }: ReadSale & { readonly sale: SaleRow },
  { lines, tenders }: Beside,
): boolean =>
  sale.number === payload.number &&
  sale.kind === payload.kind &&
  sale.recordSeq === row.seq &&
  sale.businessDay === row.businessDay &&
  sale.totalCents === payload.totalCents &&
  sale.savingCents === payload.savingCents &&
  sale.changeCents === payload.changeCents &&
  sale.operator === payload.operator &&
  sale.personId === payload.personId &&
  sale.entitlementId === payload.entitlementId &&
  originalNumber(store, sale) === payload.original &&
  isDeepStrictEqual(lines.get(payload.saleId) ?? [], lineRows(payload)) &&
  isDeepStrictEqual(tenders.get(payload.saleId) ?? [], tenderRows(payload));

const originalNumber = (store: ReadingStore, { originalId }: SaleRow): string | null =>
  originalId === null ? null : (store.saleById(originalId)?.number ?? null);
