import { type Db, immediately } from './open.ts';
import { basketQueries } from './queries/baskets.ts';
import { batchQueries } from './queries/batches.ts';
import { deskQueries } from './queries/desk.ts';
import { entitlementQueries } from './queries/entitlements.ts';
import { erasureQueries } from './queries/erasure.ts';
import { eventQueries } from './queries/events.ts';
import { exchangeQueries } from './queries/exchange.ts';
import { moneyQueries } from './queries/money.ts';
import { operatorQueries } from './queries/operators.ts';
import { personQueries } from './queries/persons.ts';
import { recordQueries } from './queries/records.ts';
import { saleHistoryQueries } from './queries/sale-history.ts';
import { saleQueries } from './queries/sales.ts';
import { sessionQueries } from './queries/sessions.ts';
import { stockQueries } from './queries/stock.ts';

/** Every query of the point's database, prepared once. */
export const storeOn = (db: Db) => {
  const records = recordQueries(db);
  let added = false;
  let heard = (): void => undefined;
  return {
    ...basketQueries(db),
    ...batchQueries(db),
    ...deskQueries(db),
    ...entitlementQueries(db),
    ...erasureQueries(db),
    ...eventQueries(db),
    ...exchangeQueries(db),
    ...operatorQueries(db),
    ...personQueries(db),
    ...moneyQueries(db),
    ...records,
    insertRecord: (row: Parameters<typeof records.insertRecord>[0]): void => {
      records.insertRecord(row);
      added = true;
    },
    ...saleHistoryQueries(db),
    ...saleQueries(db),
    ...sessionQueries(db),
    ...stockQueries(db),
    /** One `BEGIN IMMEDIATE … COMMIT`; what `work` throws undoes everything. */
    transaction: <T>(work: () => T): T => {
      const done = immediately(db, work);
      if (added && !db.$client.inTransaction) {
        added = false;
        heard();
      }
      return done;
    },
    countOf: (table: 'sale' | 'person'): number =>
      (db.$client.prepare(`SELECT count(*) AS count FROM ${table}`).get() as { count: number }).count,
    /** Told after each commit that added journal records. */
    onRecords: (listener: () => void): void => {
      heard = listener;
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
