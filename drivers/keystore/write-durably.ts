import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that only this account reads, and returns once it is on the disk. */
function writeDurably(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts a file in its place whole: whatever stops in between, it is the old one or the new one. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  writeDurably(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

/** As `writeWhole`. The folder is made with the first secret, in a point's folder that stands already. */
export function writeSecret(path: string, secret: Uint8Array): void {
  const folder = dirname(path);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  writeWhole(path, secret);
}
