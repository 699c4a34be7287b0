import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { todayAtSite } from '../today.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';
import { batchView } from './view.ts';

/** "Remis le 12, pas encore reçu": the file left by another way than the network. */
export function markHandedOver(deps: Deps, input: Input<'markHandedOver'>): Answer<'markHandedOver'> {
  const { store, till } = deps;
  const batch = store.batchByNo(till, input.batchNo);
  if (!batch) return refuse({ kind: 'batch-unknown' });
  if (batch.state === 'waiting') {
    store.transaction(() => {
      const { batchNo } = batch;
      store.saveBatch({ till, batchNo, state: 'handed-over', handedOverOn: todayAtSite(deps) });
      appendEvent(deps, 'batch-handed-over', { batchNo });
    });
    deps.changed('batches', 'desk');
  }
  return ok(batchView({ ...batch, ...store.batchByNo(till, input.batchNo) }));
}
