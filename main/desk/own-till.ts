import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';

const name = 'own-till';

/** The till of the machine that holds the point: the one it was set up with, or restored as. */
export function ownTill(store: Store): TillId | null {
  const [first, ...others] = store.tills().map((one) => one.id);
  if (first === undefined) return null;
  return others.length === 0 ? first : ([first, ...others].find((one) => store.setting(one, name)) ?? null);
}

export function keepOwnTill(store: Store, till: TillId): void {
  for (const { id } of store.tills()) store.saveSetting(id, name, id === till);
}
