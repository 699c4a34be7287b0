import { archiveFolder, makeArchive } from '../archive/make.ts';
import { makeBackup } from '../backup/make.ts';
import type { Deps } from '../deps.ts';

/** What follows a closing without anybody waiting for it: archives of the periods that ended, then a backup. */
export function afterClosing(deps: Deps, ended: readonly string[]): void {
  for (const period of ended)
    deps.later(async () => {
      await deps.work.idle();
      await makeArchive(deps, { period, folder: archiveFolder(deps) });
    }, `archive ${period}`);
  deps.later(async () => {
    await deps.work.idle();
    await makeBackup(deps);
  }, 'backup');
}
