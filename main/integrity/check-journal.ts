import type { Answer } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Looks at every record now; the answer comes when all were seen. */
export async function checkJournal(deps: Deps): Promise<Answer<'checkJournal'>> {
  if (!(await deps.integrity.check(1))) return refuse({ kind: 'journal-unchecked' });
  deps.store.transaction(() => appendEvent(deps, 'integrity-checked'));
  return ok(deps.integrity.state());
}
