import type { EventGroup, EventType } from '#domain/events.ts';
import type { OperatorCode } from '#domain/ids.ts';
import type { IntegrityDefect } from '#domain/integrity.ts';
import type { Day, Instant } from '#domain/time.ts';
import { z } from 'zod';
import { eventGroups } from '#domain/events.ts';
import { call, type } from './call.ts';
import { dayField, operatorCode, shortText } from './fields.ts';

/** One line of the technical journal. */
export interface EventView {
  readonly seq: number;
  readonly at: Instant;
  readonly businessDay: Day;
  readonly type: EventType;
  readonly group: EventGroup;
  /** Name, or the code when nobody of that code is known any more; null for what the till did by itself. */
  readonly operator: string | null;
  readonly approvedBy: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface DefectView {
  /** Number of its `integrity-defect` event: what one says on the telephone. */
  readonly seq: number;
  readonly at: Instant;
  readonly defect: IntegrityDefect;
  /** A manager has read it. It stays in the journal for ever. */
  readonly readAt: Instant | null;
}

export interface IntegrityState {
  /** Records looked at so far of how many; null when no check runs. */
  readonly checking: { readonly done: number; readonly total: number } | null;
  /** Last time every record was looked at, and how many. */
  readonly lastCheck: { readonly at: Instant; readonly records: number } | null;
  readonly defects: readonly DefectView[];
}

export interface ArchiveView {
  readonly fileName: string;
  readonly folder: string;
  readonly period: string;
  readonly madeAt: Instant;
  readonly records: number;
  readonly sizeBytes: number;
  /** Whether the file is still where it was written. */
  readonly there: boolean;
}

export interface ArchiveChoices {
  readonly folder: string;
  /** Newest first; `complete` once the period is over and closed. */
  readonly periods: readonly {
    readonly period: string;
    readonly kind: 'month' | 'year';
    readonly complete: boolean;
    readonly archived: boolean;
  }[];
  readonly archives: readonly ArchiveView[];
}

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

/** One long piece of work at a time; null when none runs. */
export interface WorkView {
  readonly kind: 'archive' | 'backup' | 'inspection' | 'restore' | 'trial';
  readonly done: number;
  readonly total: number;
}

type WorkRefusal =
  | { readonly kind: 'work-in-progress' }
  | { readonly kind: 'work-cancelled' }
  | { readonly kind: 'folder-unusable'; readonly folder: string }
  | { readonly kind: 'unencrypted-point' };
type BackupRefusal =
  | { readonly kind: 'backup-unreadable' }
  | { readonly kind: 'recovery-key-wrong' }
  | { readonly kind: 'recovery-key-needed' }
  | { readonly kind: 'backup-damaged' }
  | { readonly kind: 'backup-newer' };

/** The journal could not be read to its end: what it would say of itself is not known. */
type Unchecked = { readonly kind: 'journal-unchecked' };

const nothing = z.object({});
const path = z.string().trim().min(1).max(1_000);
const period = z.string().regex(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|all)$/);

export const journalCalls = {
  events: call({
    role: 'manager',
    evenWhile: ['training'],
    askedAgainOn: ['journal'],
    input: z.object({
      group: z.enum(eventGroups as [EventGroup, ...EventGroup[]]).nullable(),
      operator: operatorCode.nullable(),
      from: dayField.nullable(),
      until: dayField.nullable(),
      /** Only older than this number: the next page. */
      before: z.number().int().min(1).nullable(),
    }),
    output: type<{
      readonly events: readonly EventView[];
      /** Everybody who appears in the journal. */
      readonly operators: readonly { readonly code: OperatorCode; readonly name: string }[];
      readonly more: boolean;
    }>(),
    refusals: type<never>(),
  }),
  integrity: call({
    role: 'seller',
    askedAgainOn: ['journal', 'work'],
    input: nothing,
    output: type<IntegrityState>(),
    refusals: type<never>(),
  }),
  /** Looks at every record again, now. */
  checkJournal: call({
    role: 'manager',
    input: nothing,
    output: type<IntegrityState>(),
    refusals: type<Unchecked>(),
  }),
  markDefectRead: call({
    role: 'manager',
    input: z.object({ seq: z.number().int().min(1) }),
    output: type<IntegrityState>(),
    refusals: type<{ kind: 'defect-unknown' }>(),
  }),
  archives: call({
    role: 'manager',
    askedAgainOn: ['journal', 'work'],
    input: nothing,
    output: type<ArchiveChoices>(),
    refusals: type<never>(),
  }),
  makeArchive: call({
    role: 'manager',
    input: z.object({ period, folder: path.nullable() }),
    output: type<ArchiveView>(),
    refusals: type<WorkRefusal | Unchecked | { kind: 'period-empty' }>(),
  }),
  /** One folder with everything an inspector asks for, and its README. */
  makeInspection: call({
    role: 'manager',
    input: z.object({ folder: path }),
    output: type<{ readonly folder: string; readonly files: readonly string[] }>(),
    refusals: type<WorkRefusal | Unchecked | { kind: 'period-empty' }>(),
  }),
  work: call({
    role: 'trainee',
    evenWhile: ['training'],
    askedAgainOn: ['work'],
    input: nothing,
    output: type<WorkView | null>(),
    refusals: type<never>(),
  }),
  cancelWork: call({
    role: 'manager',
    evenWhile: ['training'],
    input: nothing,
    output: type<null>(),
    refusals: type<never>(),
  }),
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
