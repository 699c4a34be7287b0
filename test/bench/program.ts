import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Bench } from './runner.ts';

export interface Program {
  readonly pid: number;
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** A program of ours in a process of its own, as it is where it is used. It ends with the measure. */
export async function startProgram(bench: Bench, file: string, args: readonly string[]): Promise<Program> {
  const child = await bench.ending(
    spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }),
    endProcess,
  );
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  return {
    pid: child.pid ?? 0,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`${file} ended: ${errors || output}`)));
        look();
      }),
  };
}

/** Asks it to end, and ends it when it does not. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(limit);
}
