import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Takes away what an archive or a backup was writing when the till stopped: only whole ones have their name. */
export function forgetUnfinished(folders: readonly string[]): void {
  for (const folder of folders)
    for (const name of namesIn(folder))
      if (name.endsWith('.part') || name.startsWith('backup-copy.db') || name.startsWith('restored-'))
        rmSync(join(folder, name), { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
