import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import type { Db } from '#db/open.ts';
import { sealBackup } from '#exchange/backup.ts';
import { toBase64Url } from '#exchange/crypto.ts';
import type { BackupDone, BackupTask, Progress } from './tasks.ts';

/** Makes a backup: a consistent copy of the database while the till goes on, behind the keys that open it. */
export async function writeBackup(db: Db, task: BackupTask, progress: Progress): Promise<BackupDone> {
  const { key } = task.point;
  if (!key) throw new Error('a plain database is not backed up');
  rmSync(task.copy, { force: true });
  // One read transaction; the copy is encrypted under the same key, no clear page touches the disk.
  db.$client.prepare('VACUUM INTO ?').run(task.copy);
  try {
    const copyBytes = statSync(task.copy).size;
    const hash = createHash('sha256');
    await eachChunk(task.copy, (bytes, at) => {
      hash.update(bytes);
      progress(at, 2 * copyBytes);
    });
    const head = await sealBackup(
      {
        ...task.backup,
        v: 2,
        databaseKey: toBase64Url(key),
        copyBytes,
        copySha256: hash.digest('hex'),
      },
      task.siteName,
      task.recipients,
    );
    const file = openSync(task.path, 'w', 0o600);
    try {
      writeSync(file, head);
      await eachChunk(task.copy, (bytes, at) => {
        writeSync(file, bytes);
        progress(copyBytes + at, 2 * copyBytes);
      });
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return { sizeBytes: statSync(task.path).size };
  } finally {
    rmSync(task.copy, { force: true });
  }
}

async function eachChunk(path: string, take: (bytes: Buffer, at: number) => void): Promise<void> {
  let at = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    at += bytes.length;
    take(bytes, at);
  }
}
