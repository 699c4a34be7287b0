import type { UseCases } from '../deps.ts';
import { backups } from './backups.ts';
import { chooseBackupFolder } from './choose-backup-folder.ts';
import { findBackups } from './find-backups.ts';
import { makeBackup } from './make-backup.ts';
import { tryBackup } from './try-backup.ts';

export const backupCalls = {
  backups,
  chooseBackupFolder,
  findBackups,
  makeBackup,
  tryBackup,
} satisfies UseCases;
