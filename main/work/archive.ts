import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable, Transform } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { ReadingStore } from '#db/store.ts';
import { canonicalText, chains } from '#domain/journal.ts';
import type { ArchiveDone, ArchiveTask, Progress } from './tasks.ts';

const chunk = 500;

/** Writes an archive: what its caller says first, each record as it is stored, then how many there were. */
export async function writeArchive(
  store: ReadingStore,
  task: ArchiveTask,
  progress: Progress,
): Promise<ArchiveDone> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(bytes: Buffer, _encoding, pass) {
      hash.update(bytes);
      pass(null, bytes);
    },
  });
  // Level 1: six times faster than the default for a file a tenth larger.
  const file = createWriteStream(task.path, { mode: 0o600, flush: true });
  await pipeline(Readable.from(linesOf(store, task, progress)), createGzip({ level: 1 }), hashing, file);
  if (!file.closed) await once(file, 'close');
  return { fileSha256: hash.digest('hex'), sizeBytes: statSync(task.path).size };
}

function* linesOf(store: ReadingStore, task: ArchiveTask, progress: Progress): Generator<string> {
  const total = chains.reduce((sum, chain) => sum + task.ranges[chain].to - task.ranges[chain].from + 1, 0);
  let done = 0;
  yield task.head;
  for (const chain of chains) {
    const range = task.ranges[chain];
    for (let from = range.from; from <= range.to; from += chunk) {
      const rows = store.recordsBetween(task.till.till, chain, from, Math.min(range.to, from + chunk - 1));
      yield rows
        .map(
          ({ seq, bytes, hash, signature }) =>
            `${JSON.stringify({ bytes, chain, hash, seq, signature, t: 'record' })}\n`,
        )
        .join('');
      done += rows.length;
      progress(done, total);
    }
  }
  yield `${canonicalText({ records: done, t: 'end' })}\n`;
}
