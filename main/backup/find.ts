import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile } from '#contract/backup.ts';
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

/** What is not a file of its own (a pipe, a device) is not opened. */
function fileAt(path: string): { readonly size: number; readonly isFile: boolean } {
  const stat = statSync(path);
  return { size: stat.size, isFile: stat.isFile() };
}

function described(path: string, fileName: string, where: BackupFile['where']): BackupFile | null {
  try {
    const { size, isFile } = fileAt(path);
    const read = isFile ? readBackupLine(path) : null;
    if (!read) return null;
    const { till, siteName, madeAt } = read.line;
    return { path, fileName, till, siteName, madeAt, sizeBytes: size, where };
  } catch {
    return null;
  }
}
