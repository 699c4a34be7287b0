import { parentPort } from 'node:worker_threads';
import { type Chunk, checkChunk } from './chunk.ts';

parentPort?.on('message', (chunk: Chunk & { readonly id: number }) => {
  parentPort?.postMessage({ id: chunk.id, done: checkChunk(chunk) });
});
