import { rmSync } from 'node:fs';
import type { WorkView } from '#contract/work.ts';
import { type Result, ok, refuse } from '#domain/result.ts';
import { CancelledError, type Running, WorkError, runTask } from './run.ts';
import type { Outcomes, Task } from './tasks.ts';

export type WorkRefusal =
  | { readonly kind: 'work-in-progress' }
  | { readonly kind: 'work-cancelled' }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'folder-unusable'; readonly folder: string };

export interface WorkDesk {
  readonly view: () => WorkView | null;
  readonly cancel: () => void;
  /** Runs one piece of long work; what it was writing is gone when it fails or is cancelled. */
  readonly run: <T extends Extract<Task, { path: string }>>(
    kind: WorkView['kind'],
    task: T,
  ) => Promise<Result<Outcomes[T['task']], WorkRefusal>>;
  /** Resolves once nothing runs. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One long piece of work at a time, each on a thread of its own, with its progress and its way out. */
export function workDesk(options: { readonly workerFile: URL; readonly onChange: () => void }): WorkDesk {
  let view: WorkView | null = null;
  let running: Running<unknown> | null = null;
  const run: WorkDesk['run'] = async (kind, task) => {
    if (view) return refuse({ kind: 'work-in-progress' });
    view = { kind, done: 0, total: 0 };
    options.onChange();
    try {
      const started = runTask(options.workerFile, task, (done, total) => {
        view = { kind, done, total };
      });
      running = started;
      return ok(await started.done);
    } catch (error) {
      rmSync(task.path, { force: true });
      if (error instanceof CancelledError) return refuse({ kind: 'work-cancelled' });
      const refused = error instanceof WorkError ? refusalOf(error.code, task.path) : null;
      if (refused) return refuse(refused);
      throw error;
    } finally {
      view = null;
      running = null;
      options.onChange();
    }
  };
  const idle = async (): Promise<void> => {
    for (let one = running; one; one = running) await one.done.catch(() => undefined);
  };
  return {
    view: () => view,
    cancel: () => running?.cancel(),
    run,
    idle,
    close: async () => {
      running?.cancel();
      await idle();
    },
  };
}

function refusalOf(code: string | null, path: string): WorkRefusal | null {
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return { kind: 'disk-full' };
  const unusable = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EROFS', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'];
  return code !== null && unusable.includes(code) ? { kind: 'folder-unusable', folder: path } : null;
}
