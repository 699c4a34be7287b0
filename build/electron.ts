import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.ts';

export type ElectronFound =
  | { readonly path: string; readonly why: null }
  | { readonly path: null; readonly why: string };

/** The pinned Electron, fetched once if the network allows; else why there is none. */
export async function electronBinary(): Promise<ElectronFound> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { path: null, why: 'this machine shows no desktop' };
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
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  const fetched = binary();
  return fetched ? { path: fetched, why: null } : { path: null, why: 'Electron could not be downloaded' };
}

/** Opens the desktop till and stays until its window is closed. */
export function startElectron(
  path: string,
  start: {
    readonly demo: boolean;
    readonly data: string | undefined;
    readonly language: 'fr' | 'en' | undefined;
  },
): void {
  const args = [
    root,
    ...(start.demo ? ['--demo'] : []),
    ...(start.data ? [`--data=${start.data}`] : []),
    ...(start.language ? [`--lang-choice=${start.language}`] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const child = spawn(path, args, { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 0));
}

/** Folder of an Electron to test with: ELECTRON_DIST, or the pinned one where it could be fetched. */
export function electronDist(): string | null {
  const given = process.env['ELECTRON_DIST'];
  if (given) return given;
  const pinned = join(root, 'node_modules/electron/dist');
  return existsSync(join(pinned, 'electron')) ? pinned : null;
}
