import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TillId } from '#domain/ids.ts';

/**
 * Takes away what a till was writing when it stopped: only whole archives and backups have their name. Nothing else
 * of a folder is touched, whoever it belongs to.
 */
export function forgetUnfinished(till: TillId, written: readonly string[]): void {
  const part = new RegExp(`^${till}-[\\w-]+\\.comptoir-(?:archive|backup)\\.part$`);
  for (const folder of written) remove(folder, part);
}

/** The same of copies of the database, which are the point's: before any desk stands that could be making one. */
export const forgetCopies = (data: string): void =>
  remove(data, /^(?:backup-copy|restored-[0-9a-f-]{36})\.db(?:-wal|-shm|-journal)?$/);

function remove(folder: string, pattern: RegExp): void {
  try {
    for (const name of readdirSync(folder))
      if (pattern.test(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // A folder that cannot be read, or a file that cannot be taken away, stops nothing.
  }
}
