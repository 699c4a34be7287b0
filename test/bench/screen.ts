import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { electronDist } from '#build/electron.ts';
import { endWith } from './program.ts';
import type { Bench } from './runner.ts';

const xvfb = '/usr/bin/Xvfb';

/** An Electron and a screen to open its windows on, a virtual one where there is no other; null where one is missing. */
export async function electronOnScreen(bench: Bench, what: string): Promise<string | null> {
  const dist = electronDist();
  if (dist === null) {
    bench.notMeasured(`${what} (no Electron here: set ELECTRON_DIST or let npm fetch it)`);
    return null;
  }
  if (process.platform !== 'linux' || process.env['DISPLAY']) return dist;
  if (!existsSync(xvfb)) {
    bench.notMeasured(`${what} (no screen and no Xvfb)`);
    return null;
  }
  await virtualScreen(bench);
  return dist;
}

/** Started by itself and not by xvfb-run, a shell script that a signal ends before its screen. */
async function virtualScreen(bench: Bench): Promise<void> {
  // It chooses a number that is free and writes it on the fourth of its files.
  const args = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'];
  const screen = spawn(xvfb, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  await endWith(bench, screen);
  const [number] = (await Promise.race([
    once(screen.stdio[3] as Readable, 'data'),
    once(screen, 'exit').then(() => Promise.reject(new Error('the virtual screen did not start'))),
  ])) as [Buffer];
  process.env['DISPLAY'] = `:${number.toString('utf8').trim()}`;
  await bench.ending(null, () => delete process.env['DISPLAY']);
}
