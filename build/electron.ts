import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FolderNamed } from '#main/start/ready.ts';
import { root } from './paths.ts';

export type ElectronFound =
  | { readonly path: string; readonly why: null }
  | { readonly path: null; readonly why: 'noDesktop' | 'notFetched' };

/** Some 100 MB; a network that gives nothing is not waited for at every start. */
const fetchMs = 180_000;

/** The pinned Electron, fetched once if the network allows; else why there is none. Fetching may last: it is said. */
export function electronBinary(onFetch: () => void): ElectronFound {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { path: null, why: 'noDesktop' };
  const folder = join(root, 'node_modules/electron');
  const binary = (): string | null => {
    try {
      const path: unknown = createRequire(import.meta.url)('electron');
      return typeof path === 'string' && existsSync(path) ? path : null;
    } catch {
      return null;
    }
  };
  const present = binary();
  if (present) return { path: present, why: null };
  onFetch();
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: fetchMs });
  const fetched = binary();
  return fetched ? { path: fetched, why: null } : { path: null, why: 'notFetched' };
}

/** Opens the desktop till and stays until its window is closed. */
export function startElectron(
  path: string,
  start: {
    readonly demo: boolean;
    readonly data: { readonly folder: string; readonly named: FolderNamed } | null;
    readonly language: 'fr' | 'en' | undefined;
    readonly till: string | null;
  },
): void {
  const args = [
    root,
    ...(start.demo ? ['--demo'] : []),
    ...(start.data ? [`--data=${start.data.folder}`] : []),
    ...(start.data?.named === 'new' ? ['--new'] : []),
    ...(start.language ? [`--lang-choice=${start.language}`] : []),
    ...(start.till === null ? [] : [`--till=${start.till}`]),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const child = spawn(path, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}

/** Folder of an Electron to test with: ELECTRON_DIST, or the pinned one where it could be fetched. */
export function electronDist(): string | null {
  const given = process.env['ELECTRON_DIST'];
  if (given) return given;
  const pinned = join(root, 'node_modules/electron/dist');
  return existsSync(join(pinned, 'electron')) ? pinned : null;
}
