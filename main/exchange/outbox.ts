import type { PersonLine, ReferralLine } from '#exchange/batch-line.ts';
import type { Deps } from '../deps.ts';

/** Leaves what belongs to an event and can be erased for the next batch. Inside the transaction of that event. */
export const putInOutbox = (deps: Deps, line: PersonLine | ReferralLine): void => {
  deps.store.insertOutbox({ till: deps.till, body: JSON.stringify(line), batchNo: null });
};
