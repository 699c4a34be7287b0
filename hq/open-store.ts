import type { Result } from '#domain/result.ts';
import { rebuildIfNeeded } from './ledger/rebuild.ts';
import { type Store, type StoreOptions, openTables } from './store/store.ts';
import type { UpgradeRefusal } from './store/upgrade.ts';

/** Opens headquarters' database, brings it to the latest migration, and makes anew what is folded from the journal. */
export async function openStore(options: StoreOptions): Promise<Result<Store, UpgradeRefusal>> {
  const opened = await openTables(options);
  if (opened.ok) await rebuildIfNeeded(opened.value);
  return opened;
}
