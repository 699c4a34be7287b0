import type { Store } from '#db/store.ts';
import { usageOf } from '#domain/ledger.ts';
import { ledgerEntryIn } from '#exchange/ledger-entry.ts';
import { countAnew } from './count.ts';
import { rebuildRights } from './rights.ts';

/** Grows when the fold gives other rows from the same records. */
const ledgerVersion = 1;
const chunk = 1_000;

/** Makes the tables of the ledger from the journal, where an earlier version left them otherwise or not at all. */
export function rebuildIfNeeded(store: Store): void {
  const [first] = store.tills();
  if (!first || store.setting<number>(first.id, 'ledger') === ledgerVersion) return;
  store.transaction(() => {
    rebuild(store);
    store.saveSetting(first.id, 'ledger', ledgerVersion);
  });
}

/** Makes the tables of the ledger from the journal alone: the same rows as the acts wrote. In the caller's transaction. */
export function rebuild(store: Store): void {
  rebuildRights(store);
  store.forgetLedger();
  const changed = new Set(store.salesChangedSince());
  for (const { id: till } of store.tills()) {
    const last = store.lastRecord(till, 'sale')?.seq ?? 0;
    for (let from = 1; from <= last; from += chunk)
      for (const { bytes } of store.recordsBetween(till, 'sale', from, Math.min(last, from + chunk - 1))) {
        const entry = ledgerEntryIn(bytes);
        if (entry?.kind !== 'sale' || changed.has(entry.sale.payload.saleId)) continue;
        for (const row of usageOf({ sale: entry.sale, later: [], corrections: [] })) store.insertUsage(row);
      }
  }
  for (const id of changed) {
    const sale = store.saleById(id);
    if (sale) countAnew(store, sale);
  }
}
