import type { TillId } from '#domain/ids.ts';
import type { ChainHeads, IntegrityDefect } from '#domain/integrity.ts';
import type { Chain } from '#domain/journal.ts';
import type { SealedBackup } from '#exchange/backup.ts';

/** A point's database as a worker opens it: on its own connection, to read. */
export interface PointFile {
  readonly file: string;
  /** Null for the plain database of a development runtime. */
  readonly key: Uint8Array | null;
}

export interface TillKey {
  readonly till: TillId;
  readonly keyId: string;
  readonly publicKey: string;
}

/** Looks at every record up to `heads`: the last day first, then all from the beginning. */
export interface CheckTask {
  readonly task: 'check';
  readonly point: PointFile;
  readonly till: TillKey;
  readonly heads: ChainHeads;
  /** Part of the time in which it works, so that selling does not feel it; 1 works without rest. */
  readonly share: number;
}
export interface CheckDone {
  readonly records: number;
  /** First defect of each chain, and sales whose row is not their record. */
  readonly defects: readonly IntegrityDefect[];
}

export type Ranges = Readonly<Record<Chain, { readonly from: number; readonly to: number }>>;

/** Writes the records of `ranges` between two texts into one compressed file. */
export interface ArchiveTask {
  readonly task: 'archive';
  readonly point: PointFile;
  readonly till: TillKey;
  readonly path: string;
  /** Lines before the records. */
  readonly head: string;
  readonly ranges: Ranges;
}
export interface ArchiveDone {
  readonly fileSha256: string;
  readonly sizeBytes: number;
}

/** Copies the database while it is used, and writes it behind its sealed keys into one file. */
export interface BackupTask {
  readonly task: 'backup';
  readonly point: PointFile;
  /** Where the copy is made first; encrypted as the point is. */
  readonly copy: string;
  readonly path: string;
  readonly backup: Omit<SealedBackup, 'v' | 'copyBytes' | 'copySha256' | 'databaseKey'>;
  readonly siteName: string;
  readonly recipients: readonly string[];
}
export interface BackupDone {
  readonly sizeBytes: number;
}

export type Task = CheckTask | ArchiveTask | BackupTask;
export interface Outcomes {
  readonly check: CheckDone;
  readonly archive: ArchiveDone;
  readonly backup: BackupDone;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: Outcomes[keyof Outcomes] }
  | { readonly kind: 'failed'; readonly code: string | null; readonly stack: string };

export type Progress = (done: number, total: number) => void;
