import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile } from '#contract/journal.ts';
import { readBackupLine } from '#exchange/backup.ts';

/** Folder on a USB drive that backups are copied to and looked for in. */
export const driveFolder = (drive: string): string => join(drive, 'comptoir-sauvegardes');

/** Backups in a folder, newest first; null when the folder cannot be read. */
export function backupsIn(folder: string, where: BackupFile['where']): BackupFile[] | null {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.comptoir-backup'));
  } catch {
    return null;
  }
  return newestFirst(names.flatMap((name) => described(join(folder, name), name, where) ?? []));
}

export const newestFirst = (files: readonly BackupFile[]): BackupFile[] =>
  files.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0));

/** Backups on the drives that are plugged in. */
export const backupsOn = (drives: readonly string[]): BackupFile[] =>
  newestFirst(
    drives.flatMap((drive) => [
      ...(backupsIn(driveFolder(drive), 'drive') ?? []),
      ...(backupsIn(drive, 'drive') ?? []),
    ]),
  );

function described(path: string, fileName: string, where: BackupFile['where']): BackupFile | null {
  try {
    const read = readBackupLine(path);
    if (!read) return null;
    const { till, siteName, madeAt } = read.line;
    return { path, fileName, till, siteName, madeAt, sizeBytes: statSync(path).size, where };
  } catch {
    return null;
  }
}
