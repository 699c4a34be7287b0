import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { statementView } from './state.ts';
import { statementDocument } from './statement-document.ts';
import { queuePrint } from '../printing/queue.ts';

/** The paper of a statement, to look at or to print. */
export function statement(deps: Deps, input: Input<'statement'>): Answer<'statement'> {
  const row = deps.store.statements(deps.till).find((one) => one.id === input.statementId);
  if (!row) return refuse({ kind: 'statement-unknown' });
  const document = statementDocument(deps, row);
  if (input.print) {
    queuePrint(deps, { document });
    deps.printing.wake();
    deps.changed('print-jobs');
  }
  return ok({ statement: statementView(deps, row), document });
}
