import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Chunk, ChunkDone } from './chunk.ts';

export interface Pool {
  /** Looks at a chunk on whichever thread is free; the chunk's memory goes with it. */
  readonly check: (chunk: Chunk) => Promise<ChunkDone>;
  /** Resolves when there is room for one more, so that a large file is never held whole. */
  readonly room: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A thread for each core: signatures are most of the work, and each stands alone. */
export function pool(threads = availableParallelism()): Pool {
  const workers = Array.from({ length: threads }, () => ({
    worker: new Worker(new URL('worker.ts', import.meta.url)),
    under: 0,
  }));
  const waiting = new Map<number, { resolve: (done: ChunkDone) => void; reject: (error: unknown) => void }>();
  let wake: (() => void)[] = [];
  let next = 0;
  for (const one of workers) {
    one.worker.on('message', ({ id, done }: { id: number; done: ChunkDone }) => {
      one.under -= 1;
      waiting.get(id)?.resolve(done);
      waiting.delete(id);
      for (const resume of wake) resume();
      wake = [];
    });
    one.worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
    });
  }
  const least = (): (typeof workers)[number] | undefined => workers.toSorted((a, b) => a.under - b.under)[0];
  return {
    check: ({ bytes, job }) =>
      new Promise((resolve, reject) => {
        const one = least();
        if (!one) return reject(new Error('no thread'));
        const id = (next += 1);
        waiting.set(id, { resolve, reject });
        one.under += 1;
        one.worker.postMessage({ id, bytes, job }, [bytes.buffer as ArrayBuffer]);
      }),
    room: async () => {
      while ((least()?.under ?? 0) >= 3) await new Promise<void>((resolve) => wake.push(resolve));
    },
    close: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}
