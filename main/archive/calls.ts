import type { UseCases } from '../deps.ts';
import { archives } from './archives.ts';
import { makeArchive } from './make-archive.ts';

export const archiveCalls = {
  archives,
  makeArchive,
} satisfies UseCases;
