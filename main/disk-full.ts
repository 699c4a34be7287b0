import { statfsSync } from 'node:fs';

/** Whether something failed because the disk is full, or what this account may fill of it: also as what caused it. */
export function isDiskFull(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 10; one = one.cause, depth += 1) {
    const { code } = one as { readonly code?: unknown };
    if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return true;
  }
  return false;
}

/** A sale with its ticket takes some 30 kB of the log. */
const leastBytes = 256 * 1024;

/** Whether so little room is left that the next sale may not fit. */
export const isFull = (folder: string): boolean => freeBytes(folder) < leastBytes;

/** What this account may still write where a folder is; no bound where the system does not tell. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
