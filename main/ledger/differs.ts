import { isDeepStrictEqual } from 'node:util';
import type { SaleRow } from '#db/queries/sale.ts';
import type { ReadingStore } from '#db/store.ts';
import type { SaleId } from '#domain/ids.ts';
import { type Ticket, holderOf, usageOf } from '#domain/ledger.ts';
import { ticketOf } from './count.ts';

type UsageRow = ReturnType<ReadingStore['usageOfSales']>[number];
type HolderRow = ReturnType<ReadingStore['holdersOf']>[number];

/** What is counted of sales, as it stands in the tables. */
export interface CountedRows {
  readonly usage: ReadonlyMap<SaleId, readonly UsageRow[]>;
  readonly holders: ReadonlyMap<SaleId, HolderRow>;
}

/**
 * Whether what a sale counts, and whose it is, are other rows than its records give. `alone`: nothing came back of it
 * and nobody was put right, as far as was known when the look began.
 */
export function ledgerDiffers(
  store: ReadingStore,
  sale: SaleRow,
  {
    payload,
    alone,
    counted,
  }: {
    readonly payload: Ticket['sale']['payload'];
    readonly alone: boolean;
    readonly counted: CountedRows;
  },
): boolean {
  const { till, recordSeq: seq, at, businessDay } = sale;
  const single = { sale: { till, seq, at, businessDay, payload }, later: [], corrections: [] };
  if (alone && holds(single, counted)) return false;
  // Somebody may have brought something back meanwhile: only the whole ticket tells, asked anew.
  const ticket = ticketOf(store, sale);
  const members = [ticket.sale, ...ticket.later].map((one) => one.payload.saleId);
  return !holds(ticket, {
    usage: Map.groupBy(store.usageOfSales(members), (row) => row.saleId),
    holders: new Map(store.holdersOf(members).map((row) => [row.saleId, row])),
  });
}

function holds(ticket: Ticket, { usage, holders }: CountedRows): boolean {
  const members = [ticket.sale, ...ticket.later].map((one) => one.payload.saleId);
  const { personId } = holderOf(ticket);
  const wanted = ticket.corrections.length === 0 ? [] : members.map((saleId) => ({ saleId, personId }));
  const found = members.flatMap((saleId) => usage.get(saleId) ?? []);
  return (
    isDeepStrictEqual(inOrder(found), inOrder(usageOf(ticket))) &&
    isDeepStrictEqual(bySale(members.flatMap((saleId) => holders.get(saleId) ?? [])), bySale(wanted))
  );
}

const inOrder = <T extends { readonly till: string; readonly seq: number; readonly lineNo: number }>(
  rows: readonly T[],
): T[] => rows.toSorted((a, b) => compare(a.till, b.till) || a.seq - b.seq || a.lineNo - b.lineNo);

const bySale = <T extends { readonly saleId: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => compare(a.saleId, b.saleId));

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
