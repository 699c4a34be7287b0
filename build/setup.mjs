// Brings a bare clone to a state in which anything runs. Plain JavaScript for any Node from 18 on.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** Node of the project, whatever Node started this. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Runs a command to its end; its output is ours. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: windows && command === 'npm',
    ...options,
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex');

/** Installs what the lock file names, once per lock file. */
export function installPackages() {
  const stamp = join(root, 'node_modules', '.comptoir-installed');
  const wanted = hashOf(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing packages (once)…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  writeFileSync(stamp, wanted);
}

function filesUnder(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Builds into out/NAME unless the sources it is made of are those of the last build. */
export function buildOnce(name, sources, build) {
  const stamp = join(root, 'out', `.built-${name}`);
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const file of sources.flatMap((one) => filesUnder(join(root, one))))
    hash.update(file).update(readFileSync(file));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error(`Building ${name}…`);
  build();
  writeFileSync(stamp, wanted);
}

const quiet = { stdio: ['ignore', 2, 2] };

/** Main process, preload and page, for both shells. */
export function buildApplication() {
  const sources = ['domain', 'contract', 'exchange', 'db', 'drivers', 'main', 'renderer', 'build'];
  buildOnce('app', sources, () => {
    const bin = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    run(node, [bin, 'build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'], quiet);
  });
}

/** Headquarters' page. */
export function buildHeadquarters() {
  buildOnce('hq', ['domain', 'hq'], () => {
    const bin = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    run(node, [bin, 'build', '--config', 'hq/web/vite.config.ts', '--logLevel', 'warn'], quiet);
  });
}
