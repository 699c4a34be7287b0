import type { Store } from '#db/store.ts';
import type { TillId } from '#domain/ids.ts';
import type { Picture } from '#paper/document.ts';

const name = 'logo';

/** What stands at the head of tickets; null for nothing. */
export const logoOf = (store: Store, till: TillId): Picture | null =>
  store.setting<{ readonly picture: Picture | null }>(till, name)?.picture ?? null;

export const saveLogo = (store: Store, till: TillId, picture: Picture | null): void =>
  store.saveSetting(till, name, { picture });
