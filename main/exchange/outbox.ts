import type { BatchRecord } from '#exchange/batch.ts';
import type { Deps } from '../deps.ts';

/** Leaves a line for the next batch. Inside the transaction of what it tells. */
export const putInOutbox = (deps: Deps, line: Exclude<BatchRecord, { t: 'journal' }>): void => {
  deps.store.insertOutbox({ till: deps.till, body: JSON.stringify(line), batchNo: null });
};
