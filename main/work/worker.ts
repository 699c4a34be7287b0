import { parentPort, workerData } from 'node:worker_threads';
import { type Db, openReader } from '#db/open.ts';
import { storeOn } from '#db/store.ts';
import { writeArchive } from './archive.ts';
import { writeBackup } from './backup.ts';
import { checkJournal } from './check.ts';
import type { FromWorker, Outcomes, Task } from './tasks.ts';

// Long work beside the till, on its own thread and its own connection. One task a worker.
const task = workerData as Task;
const tell = (message: FromWorker): void => parentPort?.postMessage(message);

let toldAt = 0;
const progress = (done: number, total: number): void => {
  const now = performance.now();
  if (now - toldAt < 100 && done < total) return;
  toldAt = now;
  tell({ kind: 'progress', done, total });
};

let share = task.task === 'check' ? task.share : 1;
parentPort
  ?.once('message', () => {
    share = 1;
  })
  .unref();

async function perform(db: Db): Promise<Outcomes[keyof Outcomes]> {
  switch (task.task) {
    case 'check':
      return checkJournal(storeOn(db), task, { progress, share: () => share });
    case 'archive':
      return writeArchive(storeOn(db), task, progress);
    case 'backup':
      return writeBackup(db, task, progress);
  }
}

try {
  const { file, key } = task.point;
  const opened = openReader({ file, key, allowPlain: key === null });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  try {
    tell({ kind: 'done', value: await perform(opened.value) });
  } finally {
    opened.value.$client.close();
  }
} catch (error) {
  const { code, stack } = error as { code?: string; stack?: string };
  tell({ kind: 'failed', code: code ?? null, stack: stack ?? '' });
}
