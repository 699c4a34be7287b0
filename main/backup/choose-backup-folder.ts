import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { backupState } from './make.ts';
import type { Deps } from '../deps.ts';
import { madeFolder } from '../folder.ts';
import { appendEvent } from '../journal/append.ts';

/** Where backups go beside the USB drives. */
export async function chooseBackupFolder(
  deps: Deps,
  input: Input<'chooseBackupFolder'>,
): Promise<Answer<'chooseBackupFolder'>> {
  const { folder } = input;
  if (!madeFolder(folder)) return refuse({ kind: 'folder-unusable', folder });
  deps.store.transaction(() => {
    deps.store.saveSetting(deps.till, 'backup-folder', folder);
    appendEvent(deps, 'setting-changed', { what: 'backup-folder' });
  });
  deps.changed('journal');
  return ok(await backupState(deps));
}
