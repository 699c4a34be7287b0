import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes a file that only this account reads, and returns once it is on the disk. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
