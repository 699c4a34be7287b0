import { type Db, immediately } from './open.ts';
import { basketQueries } from './queries/baskets.ts';
import { deskQueries } from './queries/desk.ts';
import { entitlementQueries } from './queries/entitlements.ts';
import { exchangeQueries } from './queries/exchange.ts';
import { operatorQueries } from './queries/operators.ts';
import { personQueries } from './queries/persons.ts';
import { recordQueries } from './queries/records.ts';
import { saleQueries } from './queries/sales.ts';
import { sessionQueries } from './queries/sessions.ts';
import { stockQueries } from './queries/stock.ts';

/** Every query of the point's database, prepared once. */
export const storeOn = (db: Db) => ({
  ...basketQueries(db),
  ...deskQueries(db),
  ...entitlementQueries(db),
  ...exchangeQueries(db),
  ...operatorQueries(db),
  ...personQueries(db),
  ...recordQueries(db),
  ...saleQueries(db),
  ...sessionQueries(db),
  ...stockQueries(db),
  /** One `BEGIN IMMEDIATE … COMMIT`; what `work` throws undoes everything. */
  transaction: <T>(work: () => T): T => immediately(db, work),
  /** Copies the log back into the file; run when the till is idle. */
  checkpoint: (): void => {
    db.$client.pragma('wal_checkpoint(PASSIVE)');
  },
  close: (): void => {
    db.$client.close();
  },
});

export type Store = ReturnType<typeof storeOn>;
