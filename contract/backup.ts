import type { IntegrityDefect } from '#domain/integrity.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { call, type } from './call.ts';
import { shortText } from './fields.ts';
import type { WorkRefusal } from './work.ts';

const nothing = z.object({});

const path = z.string().trim().min(1).max(1_000);

/** A backup as its first line describes it, before it is opened. */
export interface BackupFile {
  readonly path: string;
  readonly fileName: string;
  readonly till: string;
  readonly siteName: string;
  readonly madeAt: Instant;
  readonly sizeBytes: number;
  readonly where: 'folder' | 'drive';
}

export interface BackupState {
  readonly folder: string;
  /** USB drives that are plugged in now. */
  readonly drives: readonly string[];
  readonly backups: readonly BackupFile[];
  readonly last: { readonly at: Instant; readonly onDrive: boolean } | null;
  /** Why the last try failed. */
  readonly problem: BackupProblem | null;
}

export type BackupProblem = 'folder-unusable' | 'disk-full' | 'unencrypted' | 'failed';

/** What a test restore found inside a backup. */
export interface BackupTrial {
  readonly till: string;
  readonly siteName: string;
  readonly madeAt: Instant;
  readonly lastBusinessDay: Day | null;
  readonly sales: number;
  readonly persons: number;
  readonly records: number;
  /** Defects of its journal; empty when it holds whole. */
  readonly defects: readonly IntegrityDefect[];
}

type BackupRefusal =
  | { readonly kind: 'backup-unreadable' }
  | { readonly kind: 'recovery-key-wrong' }
  | { readonly kind: 'recovery-key-needed' }
  | { readonly kind: 'backup-damaged' }
  | { readonly kind: 'backup-newer' };

export const backupCalls = {
  backups: call({
    role: 'manager',
    askedAgainOn: ['journal', 'work'],
    input: nothing,
    output: type<BackupState>(),
    refusals: type<never>(),
  }),
  makeBackup: call({
    role: 'manager',
    input: nothing,
    output: type<BackupState>(),
    refusals: type<WorkRefusal>(),
  }),
  chooseBackupFolder: call({
    role: 'admin',
    input: z.object({ folder: path }),
    output: type<BackupState>(),
    refusals: type<{ kind: 'folder-unusable'; readonly folder: string }>(),
  }),
  /** Backups in a folder and on the drives that are plugged in. Before set-up nobody is asked who they are. */
  findBackups: call({
    role: 'admin',
    input: z.object({ folder: path.nullable() }),
    output: type<readonly BackupFile[]>(),
    refusals: type<{ kind: 'folder-unusable'; readonly folder: string }>(),
  }),
  /** Opens a backup in a temporary place, checks every record in it, and throws it away. */
  tryBackup: call({
    role: 'admin',
    input: z.object({ path, recoveryKey: shortText.nullable() }),
    output: type<BackupTrial>(),
    refusals: type<BackupRefusal | WorkRefusal>(),
  }),
  /** Only on a machine that holds no point yet. */
  restoreBackup: call({
    role: 'admin',
    evenWhile: ['training'],
    input: z.object({ path, recoveryKey: shortText.nullable() }),
    output: type<BackupTrial>(),
    refusals: type<BackupRefusal | WorkRefusal | { kind: 'already-set-up' }>(),
  }),
} as const;
