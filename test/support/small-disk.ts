import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './database.ts';

/** Whether this account may mount a disk of its own; said once where it may not. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
if (!mayMount) console.log('Not run: what happens on a full or read-only disk (only root mounts one).');

export interface SmallDisk {
  readonly folder: string;
  /** Fills it to the last byte, or makes room again. */
  readonly fill: () => void;
  readonly free: () => void;
  /** Mounts it anew with other options, such as `ro` or `size=8m`. */
  readonly remount: (options: string) => void;
}

/** A real file system of a size, in memory, gone when the test is over. */
export function smallDisk(size: string): SmallDisk {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      for (const bytes of [65_536, 4_096])
        try {
          for (;;) writeFileSync(filler, new Uint8Array(bytes), { flag: 'a' });
        } catch {
          // Full at this size of piece.
        }
    },
    free: () => rmSync(filler, { force: true }),
    remount: (options) => mount('-o', `remount,${options}`, folder),
  };
}

function mount(...args: readonly string[]): void {
  const done = spawnSync('mount', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}
