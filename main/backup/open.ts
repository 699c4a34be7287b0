import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { type Result, ok, refuse } from '#domain/result.ts';
import { type BackupLine, type SealedBackup, openSealedBackup, readBackupLine } from '#exchange/backup.ts';

export interface OpenedBackup {
  readonly path: string;
  readonly line: BackupLine;
  readonly sealed: SealedBackup;
  /** Where the copy of the database begins in the file. */
  readonly copyAt: number;
}

export type OpenBackupRefusal =
  | { readonly kind: 'backup-unreadable' }
  | { readonly kind: 'recovery-key-wrong' }
  | { readonly kind: 'recovery-key-needed' };

/** Opens a backup by the till's own identity when this machine made it, else by the recovery key. */
export async function openBackup(
  path: string,
  keys: { readonly own: string | null; readonly recovery: string | null },
): Promise<Result<OpenedBackup, OpenBackupRefusal>> {
  const read = lineOf(path);
  if (!read) return refuse({ kind: 'backup-unreadable' });
  const { line, lineBytes } = read;
  const sealed = bytesAt(path, lineBytes, line.sealedBytes);
  if (!sealed) return refuse({ kind: 'backup-unreadable' });
  const tries = [keys.recovery && cleanKey(keys.recovery), keys.own].filter(
    (key) => key !== null && key !== '',
  );
  for (const identity of tries) {
    const opened = await openSealedBackup(sealed, identity ?? '');
    if (!opened.ok) continue;
    const holds = opened.value.copyBytes === line.copyBytes && opened.value.till === line.till;
    if (!holds) return refuse({ kind: 'backup-unreadable' });
    return ok({ path, line, sealed: opened.value, copyAt: lineBytes + line.sealedBytes });
  }
  return refuse({ kind: keys.recovery === null ? 'recovery-key-needed' : 'recovery-key-wrong' });
}

/** As a person types it from paper: spaces, line ends and small letters do not matter. */
const cleanKey = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

function lineOf(path: string): ReturnType<typeof readBackupLine> {
  try {
    return statSync(path).isFile() ? readBackupLine(path) : null;
  } catch {
    return null;
  }
}

const mostSealedBytes = 1 << 20;

function bytesAt(path: string, at: number, length: number): Buffer | null {
  if (length > mostSealedBytes) return null;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return readSync(file, bytes, 0, length, at) === length ? bytes : null;
  } finally {
    closeSync(file);
  }
}

/** Writes the copy of the database out, whole and on the disk; false when it is not what was sealed. */
export async function extractCopy(backup: OpenedBackup, to: string): Promise<boolean> {
  const hash = createHash('sha256');
  let size = 0;
  const file = openSync(to, 'w', 0o600);
  try {
    const stream = createReadStream(backup.path, { start: backup.copyAt, highWaterMark: 1 << 20 });
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      hash.update(bytes);
      size += bytes.length;
      writeSync(file, bytes);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return size === backup.sealed.copyBytes && hash.digest('hex') === backup.sealed.copySha256;
}
