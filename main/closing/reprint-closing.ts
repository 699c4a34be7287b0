import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { closingDocument, copyName } from './past.ts';
import type { Deps } from '../deps.ts';
import { appendClosingCopy } from '../journal/copy.ts';
import { copyBlocks } from '../ticket/copy-blocks.ts';
import { queuePrint } from '../printing/queue.ts';

/** A later print of a closing: marked DUPLICATA n and journalled in the chain of copies. */
export function reprintClosing(deps: Deps, input: Input<'reprintClosing'>): Answer<'reprintClosing'> {
  const { store, till } = deps;
  const [row] = store.recordsBetween(till, 'closing', input.seq, input.seq);
  if (!row) return refuse({ kind: 'closing-unknown' });
  const printed = store.transaction(() => {
    const copies = appendClosingCopy(deps, { of: copyName(row), row }, input.reason);
    const paper = closingDocument(deps, row);
    const document = { ...paper, blocks: [...copyBlocks(deps, copies, input.reason), ...paper.blocks] };
    queuePrint(deps, { document });
    return { document, copies };
  });
  deps.printing.wake();
  deps.changed('tickets', 'print-jobs', 'money');
  return ok(printed);
}
