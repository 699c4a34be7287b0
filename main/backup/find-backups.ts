import type { Answer, Input } from '#contract/ipc.ts';
import { ok, refuse } from '#domain/result.ts';
import { backupsIn, backupsOn, newestFirst } from './find.ts';
import type { Deps } from '../deps.ts';

/** Backups on the drives that are plugged in, and in a folder when one is named. */
export async function findBackups(
  deps: Pick<Deps, 'drives'>,
  { folder }: Input<'findBackups'>,
): Promise<Answer<'findBackups'>> {
  const inFolder = folder === null ? [] : backupsIn(folder, 'folder');
  if (inFolder === null) return refuse({ kind: 'folder-unusable', folder: folder ?? '' });
  return ok(newestFirst([...inFolder, ...backupsOn(await deps.drives())]));
}
