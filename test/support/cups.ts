import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished, vi } from 'vitest';
import { outFolder } from '#build/paths.ts';
import { temporaryFolder } from './database.ts';

const installed = '/usr/lib/cups';
export const hasCups = existsSync(join(installed, 'daemon'));

/** A network printer that never answers: what each connection carried, once it was closed. */
async function tcpSink(): Promise<{ readonly port: number; readonly received: readonly Buffer[] }> {
  const received: Buffer[] = [];
  const listener = createServer((socket) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => received.push(Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void listener.close());
  return { port: (listener.address() as AddressInfo).port, received };
}

/**
 * A CUPS of its own, which the commands of CUPS that this process runs speak to until the test is over. It has one raw
 * queue; returns what this queue sends to its printer, job by job.
 */
export async function privateCups(queue: string): Promise<readonly Buffer[]> {
  const { port, received } = await tcpSink();
  const folder = temporaryFolder();
  const socket = join(folder, 'cups.sock');
  writeConfiguration(folder, socket);
  const files = ['-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')];
  const cupsd = spawn('/usr/sbin/cupsd', ['-f', ...files], { stdio: 'ignore' });
  const ended = new Promise((resolve) => {
    cupsd.once('exit', resolve);
  });
  vi.stubEnv('CUPS_SERVER', socket);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    cupsd.kill();
    await ended;
  });
  const deadline = Date.now() + 10_000;
  while (!existsSync(socket)) {
    if (Date.now() > deadline || cupsd.exitCode !== null) throw new Error('cupsd does not start');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  await administer('lpadmin', '-p', queue, '-E', '-v', `socket://127.0.0.1:${port}`);
  return received;
}

/** Runs a command that is for the administrator of CUPS, such as `cupsdisable`. */
export const administer = (command: string, ...args: readonly string[]): Promise<unknown> =>
  promisify(execFile)(join('/usr/sbin', command), args);

function writeConfiguration(folder: string, socket: string): void {
  const at = (name: string): string => join(folder, name);
  mkdirSync(at('spool/tmp'), { recursive: true });
  writeFileSync(
    at('cups-files.conf'),
    [
      `ServerRoot ${folder}`,
      `ServerBin ${programs(at('programs'))}`,
      `StateDir ${at('state')}`,
      `CacheDir ${at('cache')}`,
      `RequestRoot ${at('spool')}`,
      `TempDir ${at('spool/tmp')}`,
      ...['Access', 'Error', 'Page'].map((name) => `${name}Log ${at(`${name}.log`)}`),
    ].join('\n'),
  );
  const open = ['Order allow,deny', 'Allow all'];
  writeFileSync(
    at('cupsd.conf'),
    [
      `Listen ${socket}`,
      'Browsing No',
      'DefaultAuthType None',
      'WebInterface No',
      ...['/', '/admin'].flatMap((path) => [`<Location ${path}>`, ...open, '</Location>']),
      '<Policy default>',
      '<Limit All>',
      ...open,
      '</Limit>',
      '</Policy>',
    ].join('\n'),
  );
}

/** The installed programs of CUPS with the backend for network printers, which Debian has in a larger package. */
function programs(folder: string): string {
  if (existsSync(join(installed, 'backend/socket'))) return installed;
  mkdirSync(join(folder, 'backend'), { recursive: true });
  for (const name of readdirSync(installed).filter((one) => one !== 'backend'))
    symlinkSync(join(installed, name), join(folder, name));
  copyFileSync(socketBackend(), join(folder, 'backend/socket'));
  return folder;
}

/** Taken out of the package without installing it, and kept between runs. */
function socketBackend(): string {
  const kept = join(outFolder, 'cups/socket');
  if (existsSync(kept)) return kept;
  mkdirSync(join(outFolder, 'cups'), { recursive: true });
  const folder = mkdtempSync(join(outFolder, 'cups/package-'));
  try {
    execFileSync('apt-get', ['download', '-qq', 'cups'], { cwd: folder, stdio: 'ignore' });
    execFileSync('dpkg-deb', ['-x', readdirSync(folder).join(), 'unpacked'], { cwd: folder });
    renameSync(join(folder, 'unpacked/usr/lib/cups/backend-available/socket'), kept);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}
