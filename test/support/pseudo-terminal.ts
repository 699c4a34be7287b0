import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './database.ts';

export const hasSocat = existsSync('/usr/bin/socat');

/** A serial cable without hardware: what is written to one end is read at the other. Needs socat. */
export async function pseudoCable(): Promise<{
  readonly near: string;
  readonly far: string;
  /** The near end by its own name, as a serial port has one. */
  readonly nearPort: string;
  /** Pulls it out: both ends are gone. */
  readonly unplug: () => void;
}> {
  const folder = temporaryFolder();
  const [near, far] = [join(folder, 'near'), join(folder, 'far')];
  const end = (path: string): string => `pty,raw,echo=0,link=${path}`;
  const socat = spawn('socat', [end(near), end(far)], { stdio: 'ignore' });
  const unplug = (): void => void socat.kill('SIGKILL');
  onTestFinished(unplug);
  const deadline = Date.now() + 5_000;
  while (!existsSync(near) || !existsSync(far)) {
    if (Date.now() > deadline || socat.exitCode !== null) throw new Error('socat is needed for this test');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { near, far, nearPort: realpathSync(near), unplug };
}
