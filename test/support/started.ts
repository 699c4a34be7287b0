import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '#build/paths.ts';

export interface Started {
  readonly child: ChildProcess;
  /** What it has said so far, in both streams. */
  readonly said: () => string;
  /** Resolves with what it said once it has said that, or has ended. */
  readonly saying: (what: RegExp) => Promise<string>;
  /** Resolves with its exit code and what it said once it has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

/** `npm start -- …` in the browser, without npm: a process of its own that is gone when the test is over. */
export function startedTill(args: readonly string[], options: SpawnOptions = {}): Started {
  const { env, ...rest } = options;
  const child = spawn(process.execPath, [join(root, 'build/start.ts'), '--browser', '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8', INIT_CWD: undefined, ...env },
    ...rest,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  const heard = new Set<() => void>();
  const hear = (): void => {
    for (const one of heard) one();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => ((out += text), hear()));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => ((err += text), hear()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const said = (): string => out + err;
  const saying = async (what: RegExp): Promise<string> => {
    const heardIt = new Promise<void>((resolve) => {
      const look = (): void => {
        if (what.test(said())) resolve();
      };
      heard.add(look);
      look();
    });
    await Promise.race([heardIt, ended]);
    return said();
  };
  return { child, said, saying, ended };
}
