import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Bench } from './runner.ts';

export interface Program {
  readonly pid: number;
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** A program of ours in a process of its own, as it is where it is used. It ends with the measure. */
export async function startProgram(bench: Bench, file: string, args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  await endWith(bench, child);
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

/** Ends a process with the measure; and with this one, should a library end it at a signal before that. */
export async function endWith(bench: Bench, child: ChildProcess): Promise<void> {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  await bench.ending(child, askToEnd);
}

/** Asks it to end, and ends it when it does not. */
async function askToEnd(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(limit);
}
