import { isDeepStrictEqual } from 'node:util';
import type { SaleRow } from '#db/queries/sale.ts';
import type { ReadingStore } from '#db/store.ts';
import { type Ticket, holderOf, usageOf } from '#domain/ledger.ts';
import { ticketOf } from './count.ts';

/**
 * Whether what a sale counts, and whose it is, are other rows than its records give. `alone`: nothing came back of it
 * and nobody was put right, as far as was known when the look began.
 */
export function ledgerDiffers(
  store: ReadingStore,
  sale: SaleRow,
  { payload, alone }: { readonly payload: Ticket['sale']['payload']; readonly alone: boolean },
): boolean {
  const { till, recordSeq: seq, at, businessDay } = sale;
  const single = { sale: { till, seq, at, businessDay, payload }, later: [], corrections: [] };
  // Somebody may have brought something back meanwhile: only the whole ticket tells.
  return !(alone && holds(store, single)) && !holds(store, ticketOf(store, sale));
}

function holds(store: ReadingStore, ticket: Ticket): boolean {
  const members = [ticket.sale, ...ticket.later].map((one) => one.payload.saleId);
  const { personId } = holderOf(ticket);
  const holders = ticket.corrections.length === 0 ? [] : members.map((saleId) => ({ saleId, personId }));
  return (
    isDeepStrictEqual(inOrder(store.usageOfSales(members)), inOrder(usageOf(ticket))) &&
    isDeepStrictEqual(bySale(store.holdersOf(members)), bySale(holders))
  );
}

const inOrder = <T extends { readonly till: string; readonly seq: number; readonly lineNo: number }>(
  rows: readonly T[],
): T[] => rows.toSorted((a, b) => compare(a.till, b.till) || a.seq - b.seq || a.lineNo - b.lineNo);

const bySale = <T extends { readonly saleId: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => compare(a.saleId, b.saleId));

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
