import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TillId } from '#domain/ids.ts';

/**
 * Takes away what this till was writing when it stopped: only whole archives and backups have their name. Nothing else
 * of a folder is touched, whoever it belongs to.
 */
export function forgetUnfinished(
  till: TillId,
  folders: { readonly data: string; readonly written: readonly string[] },
): void {
  const part = new RegExp(`^${till}-[\\w-]+\\.comptoir-(?:archive|backup)\\.part$`);
  for (const folder of folders.written) remove(folder, part);
  remove(folders.data, /^(?:backup-copy|restored-[0-9a-f-]{36})\.db(?:-wal|-shm|-journal)?$/);
}

function remove(folder: string, pattern: RegExp): void {
  try {
    for (const name of readdirSync(folder))
      if (pattern.test(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // A folder that cannot be read, or a file that cannot be taken away, stops nothing.
  }
}
