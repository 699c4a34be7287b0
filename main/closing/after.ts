import { archiveFolder, makeArchive } from '../archive/make.ts';
import { periodsOf } from '../archive/period.ts';
import { lastBackupAt, makeBackup } from '../backup/make.ts';
import type { Deps } from '../deps.ts';

/**
 * What a closing asked for and did not get, because the window was closed at once or the machine went off: taken up
 * again at the next start.
 */
export function catchUp(deps: Deps): void {
  const { store, till } = deps;
  const closedAt = store.lastRecord(till, 'closing')?.at;
  if (!closedAt) return;
  const missed = periodsOf(deps).filter((one) => one.complete && !one.archived);
  const backedUpAt = lastBackupAt(deps);
  if (missed.length > 0 || backedUpAt === null || backedUpAt < closedAt)
    afterClosing(deps, missed.map((one) => one.period).toReversed());
}

/** What follows a closing without anybody waiting for it: archives of the periods that ended, then a backup. */
export function afterClosing(deps: Deps, ended: readonly string[]): void {
  for (const period of ended)
    deps.later(async () => {
      await deps.work.idle();
      await makeArchive(deps, { period, folder: archiveFolder(deps) });
    }, `archive ${deps.till} ${period}`);
  // Of the whole point: of two tills that close one after the other, the last one makes it.
  deps.later(async () => {
    await deps.work.idle();
    await makeBackup(deps);
  }, 'backup');
}
