import { canonicalText, parseRecord } from '#domain/journal.ts';
import type { Deps } from '../deps.ts';
import { appendEvent } from '../journal/append.ts';

/** Digest of the rows of a table: a list of rows, each a list of values. */
export const digestOf = (deps: Pick<Deps, 'sha256'>, rows: readonly unknown[]): string =>
  deps.sha256(canonicalText(rows));

/** Whether a journal that begins so stood before rights, cards and stock were signed. */
export const isUnsigned = (first: string | undefined): boolean =>
  first !== undefined && parseRecord(first)?.v === 1;

/**
 * Signs once what stood in the tables before this version, which signs whatever changes them: folds start there. A
 * point that began with this version has nothing before.
 */
export function signBaseline(deps: Deps): void {
  const { store, till } = deps;
  const [first] = store.tills();
  if (first?.id !== till || store.setting<boolean>(till, 'baseline')) return;
  if (!isUnsigned(store.firstRecordOf(till)?.bytes)) return;
  store.transaction(() => {
    const tables = Object.fromEntries(
      store
        .baselineRows()
        .map(([table, rows]) => [table, { rows: rows.length, sha256: digestOf(deps, rows) }]),
    );
    appendEvent(deps, 'baseline', { tables });
    store.saveSetting(till, 'baseline', true);
  });
}
