import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** The encrypted file of a batch, to carry by hand. */
export async function batchFile(deps: Deps, input: Input<'batchFile'>): Promise<Answer<'batchFile'>> {
  // A batch sealed a moment ago is encrypted first; whether headquarters answers does not matter here.
  if (deps.store.batchByNo(deps.till, input.batchNo)?.frozen) await deps.sync.sendNow();
  const batch = deps.store.batchByNo(deps.till, input.batchNo);
  if (!batch) return refuse({ kind: 'batch-unknown' });
  if (!batch.file) return refuse({ kind: 'batch-deleted' });
  deps.store.transaction(() => appendEvent(deps, 'export', { what: 'batch', fileName: batch.fileName }));
  return ok({ fileName: batch.fileName, base64: batch.file.toString('base64') });
}
