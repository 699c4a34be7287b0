import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from './commands.ts';
import { failureLines } from './failure.ts';

// One process at a time may open a PGlite folder: the one that listens here. Others hand it their command.
function controlPath(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\comptoir-hq-${name}`;
  const inFolder = join(resolve(folder), 'control.sock');
  // A socket's path is limited to about 100 bytes.
  return inFolder.length < 100 ? inFolder : join(tmpdir(), `comptoir-hq-${name}.sock`);
}

const largestMessage = 1_000_000;

/** Asks the process that holds this folder to run a command; null when there is none. */
export function askHolder(folder: string, args: readonly string[]): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(controlPath(folder));
    let text = '';
    socket.setEncoding('utf8');
    socket.once('connect', () => socket.end(`${JSON.stringify(args)}\n`));
    socket.on('data', (part: string) => (text += part));
    socket.once('end', () => {
      if (text === '') reject(new Error('headquarters ended before it answered'));
      else resolve(JSON.parse(text) as Outcome);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
  });
}

/** Holds the folder and runs the commands that others hand over, one after another. Call `askHolder` first. */
export async function holdFolder(
  folder: string,
  run: (args: readonly string[]) => Promise<Outcome>,
): Promise<{ readonly release: () => Promise<void> }> {
  const path = controlPath(folder);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  let queue: Promise<unknown> = Promise.resolve();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > largestMessage) socket.destroy();
    });
    socket.once('end', () => {
      queue = queue
        .then(() => run(JSON.parse(text) as string[]))
        .catch((error: unknown): Outcome => ({ lines: failureLines(error) ?? [String(error)], code: 1 }))
        .then((outcome) => socket.end(JSON.stringify(outcome)));
    });
  });
  await listen(server, path);
  return {
    release: () => new Promise((done) => server.close(() => done())),
  };
}

function listen(server: Server, path: string): Promise<void> {
  // The folder is the account's own (0700); the socket too, whatever the system's mask.
  const mask = process.umask(0o077);
  return new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(path, done);
  }).finally(() => process.umask(mask));
}
