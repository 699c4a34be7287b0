import { Worker } from 'node:worker_threads';
import type { FromWorker, Outcomes, Progress, Task } from './tasks.ts';

/** Work that was stopped by whoever asked for it. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** Work that could not be done; `code` is that of the system (`ENOSPC`, `EACCES`), when it had one. */
export class WorkError extends Error {
  override readonly name = 'WorkError';
  readonly code: string | null;
  constructor(code: string | null, stack: string) {
    super(code ?? 'work failed');
    this.code = code;
    this.stack = stack;
  }
}

export interface Running<T> {
  readonly done: Promise<T>;
  readonly cancel: () => void;
  /** Somebody waits for it now: it rests no more. */
  readonly hurry: () => void;
}

/** Runs a task on its own thread. */
export function runTask<T extends Task>(
  workerFile: URL,
  task: T,
  progress: Progress,
): Running<Outcomes[T['task']]> {
  const worker = new Worker(workerFile, { workerData: task });
  let cancelled = false;
  const done = new Promise<Outcomes[T['task']]>((resolve, reject) => {
    let value: Outcomes[T['task']] | undefined;
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') progress(message.done, message.total);
      else if (message.kind === 'done') value = message.value as Outcomes[T['task']];
      else reject(new WorkError(message.code, message.stack));
    });
    worker.on('error', reject);
    // Answered once it has ended: by then it has let go of every file.
    worker.on('exit', () => {
      if (value !== undefined) resolve(value);
      else reject(cancelled ? new CancelledError() : new WorkError(null, 'the worker ended'));
    });
  });
  return {
    done,
    hurry: () => worker.postMessage('hurry'),
    cancel: () => {
      cancelled = true;
      void worker.terminate();
    },
  };
}
