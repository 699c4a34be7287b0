import type { TillId } from '#domain/ids.ts';
import { type Db, immediately } from './open.ts';
import { basketQueries } from './queries/basket.ts';
import { batchQueries } from './queries/batch.ts';
import { archiveQueries } from './queries/archive.ts';
import { draftQueries } from './queries/draft.ts';
import { printingQueries } from './queries/printing.ts';
import { tillQueries } from './queries/till.ts';
import { ledgerQueries } from './queries/ledger.ts';
import { entitlementQueries } from './queries/referral.ts';
import { erasureQueries } from './queries/person-erasure.ts';
import { eventQueries } from './queries/event.ts';
import { exchangeQueries } from './queries/exchange.ts';
import { moneyQueries } from './queries/money.ts';
import { networkQueries } from './queries/network.ts';
import { operatorQueries } from './queries/team.ts';
import { personQueries } from './queries/person.ts';
import { personSearchQueries } from './queries/person-search.ts';
import { recordQueries } from './queries/journal.ts';
import { rightsQueries } from './queries/rights.ts';
import { saleHistoryQueries } from './queries/correction.ts';
import { saleQueries } from './queries/sale.ts';
import { sessionQueries } from './queries/session.ts';
import { stockQueries } from './queries/stock.ts';

/** Every query of the point's database, prepared once. */
export const storeOn = (db: Db) => {
  const records = recordQueries(db);
  const addedTo = new Set<TillId>();
  const listeners = new Set<(till: TillId) => void>();
  const tellAdded = (): void => {
    const tills = [...addedTo];
    addedTo.clear();
    for (const till of tills) for (const listener of listeners) listener(till);
  };
  return {
    ...basketQueries(db),
    ...batchQueries(db),
    ...archiveQueries(db),
    ...draftQueries(db),
    ...printingQueries(db),
    ...tillQueries(db),
    ...entitlementQueries(db),
    ...ledgerQueries(db),
    ...rightsQueries(db),
    ...erasureQueries(db),
    ...eventQueries(db),
    ...exchangeQueries(db),
    ...operatorQueries(db),
    ...personQueries(db),
    ...personSearchQueries(db),
    ...moneyQueries(db),
    ...networkQueries(db),
    ...records,
    insertRecord: (row: Parameters<typeof records.insertRecord>[0]): void => {
      records.insertRecord(row);
      addedTo.add(row.till);
    },
    ...saleHistoryQueries(db),
    ...saleQueries(db),
    ...sessionQueries(db),
    ...stockQueries(db),
    /** One `BEGIN IMMEDIATE … COMMIT`; what `work` throws undoes everything. */
    transaction: <T>(work: () => T): T => {
      // What was undone before tells of nothing.
      if (!db.$client.inTransaction) addedTo.clear();
      const done = immediately(db, work);
      if (!db.$client.inTransaction) tellAdded();
      return done;
    },
    /** Everything that `work` reads is of one moment. */
    reading: <T>(work: () => T): T => db.$client.transaction(work).deferred(),
    countOf: (table: 'sale' | 'person'): number =>
      (db.$client.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count,
    /** Each listener is told after each commit of the tills whose journal grew by it; gives what ends the listening. */
    onRecords: (listener: (till: TillId) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Copies the log back into the file; run when the till is idle. */
    checkpoint: (): void => {
      db.$client.pragma('wal_checkpoint(PASSIVE)');
    },
    close: (): void => {
      db.$client.close();
    },
  };
};

export type Store = ReturnType<typeof storeOn>;

/** Whatever writes is named by one of these words. */
type Writing = Extract<
  keyof Store,
  | `${'insert' | 'save' | 'put' | 'mark' | 'remove' | 'cancel' | 'retire' | 'erase' | 'forget' | 'lay'}${string}`
  | 'setBasketStatus'
  | 'transaction'
  | 'checkpoint'
  | 'onRecords'
>;
/** The store of code that only reads: what would write does not compile. */
export type ReadingStore = Omit<Store, Writing>;
