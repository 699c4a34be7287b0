import type { Deps } from '../deps.ts';
import { type PlainEvent, appendEvent } from '../journal/append.ts';
import type { SyncOptions } from './loop.ts';

type Heard = Pick<SyncOptions, 'onSent' | 'onAnswer' | 'onHeads' | 'onReached' | 'onTaken'>;

/** What the exchange with headquarters leaves in the technical journal. */
export function syncEvents(deps: () => Deps): Heard {
  const journal = (type: PlainEvent, payload: Readonly<Record<string, unknown>>): void => {
    deps().store.transaction(() => appendEvent(deps(), type, payload));
  };
  return {
    onSent: (batchNo) => journal('batch-sent', { batchNo }),
    onAnswer: ({ batchNo, status, heads }) => {
      journal('batch-acknowledged', { batchNo, answer: status.kind });
      if (heads) deps().integrity.compare(heads, 'headquarters');
    },
    onHeads: (heads) => deps().integrity.compare(heads, 'headquarters'),
    onReached: (reached) => {
      const { store, till } = deps();
      if ((store.setting<boolean>(till, 'offline') ?? false) === !reached) return;
      store.transaction(() => {
        appendEvent(deps(), reached ? 'offline-end' : 'offline-start');
        store.saveSetting(till, 'offline', !reached);
      });
    },
    onTaken: (number) => journal('reference-taken', { number }),
  };
}
