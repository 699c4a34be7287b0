import type { Deps } from '../deps.ts';
import { appendEvent } from './append.ts';

/** What a start says for itself: a point just restored, another version, or training that a crash ended. */
export function noteStart(deps: Deps): void {
  const { store, till, version } = deps;
  const restored = store.setting<{ readonly madeAt: string } | false>(till, 'restored');
  if (restored)
    store.transaction(() => {
      appendEvent(deps, 'restore', restored);
      store.saveSetting(till, 'restored', false);
    });
  const previous = store.setting<string>(till, 'version') ?? null;
  if (previous !== version)
    store.transaction(() => {
      appendEvent(deps, 'version', { version, previous });
      store.saveSetting(till, 'version', version);
    });
  if (store.setting<boolean>(till, 'training'))
    store.transaction(() => {
      appendEvent(deps, 'training-off', { how: 'crash' });
      store.saveSetting(till, 'training', false);
    });
}
