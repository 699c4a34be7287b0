import { homedir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };

export const root = join(import.meta.dirname, '..');
export const version = manifest.version;
export const migrationsFolder = join(root, 'db/migrations');
/** Program of the threads that archive, back up and check, as source: Node runs it as it is. */
export const workerFile = new URL('../main/work/worker.ts', import.meta.url);
/** The application as built. */
export const mainFolder = join(root, 'out/app/main');
export const pageFolder = join(root, 'out/app/renderer');
export const outFolder = join(root, 'out');

/** Where a shell keeps its point when nothing else is said: each shell its own. */
export function dataFolder(shell: 'browser' | 'demo'): string {
  const { platform, env } = process;
  const home = homedir();
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), `comptoir-${shell}`);
  if (platform === 'darwin') return join(home, 'Library/Application Support', `comptoir-${shell}`);
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local/share'), `comptoir-${shell}`);
}
