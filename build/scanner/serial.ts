import { spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScannerWay } from './way.ts';

/** A scanner on a serial port: a pair of ports without a cable, of which the till opens one. Needs socat. */
export async function serialScanner(): Promise<ScannerWay> {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-scanner-'));
  const [ours, theirs] = [join(folder, 'scanner'), join(folder, 'till')];
  const end = (path: string): string => `pty,raw,echo=0,link=${path}`;
  const socat = spawn('socat', [end(ours), end(theirs)], { stdio: 'ignore' });
  const close = (): void => {
    socat.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const failed = new Promise<never>((_, reject) => {
    socat.once('error', () => reject(new Error('socat is needed to play a serial scanner')));
  });
  const ready = (async () => {
    while (!existsSync(ours) || !existsSync(theirs)) await new Promise((resolve) => setTimeout(resolve, 20));
  })();
  await Promise.race([ready, failed]);
  return {
    hint: `Scanner série branché. Périphériques, Scanner, port « Autre… » : ${realpathSync(theirs)}`,
    scan: (code) => appendFile(ours, `${code}\r`),
    close,
  };
}
