import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish } from './child.mjs';
import { node, root } from './place.mjs';
import { problemIn } from './problems.mjs';

// What decides how anything is built, beside the sources and the configuration of the tool.
const always = ['package.json', 'package-lock.json', 'build/tsconfig.base.json', 'build/setup/builds.mjs'];

/** Main process, preload and page, for both shells. */
export const application = {
  name: 'app',
  sources: [
    'domain',
    'paper',
    'contract',
    'exchange',
    'db',
    'drivers',
    'main',
    'renderer',
    'build/electron.vite.config.ts',
  ],
  folder: 'out/app',
  made: ['out/app/main/index.js', 'out/app/preload/preload.cjs', 'out/app/renderer/index.html'],
  tool: ['electron-vite/bin/electron-vite.js', 'build', '--config', 'build/electron.vite.config.ts'],
};

/** Headquarters' page. */
export const headquarters = {
  name: 'hq',
  sources: ['domain', 'paper', 'hq'],
  folder: 'out/hq-web',
  made: ['out/hq-web/index.html'],
  tool: ['vite/bin/vite.js', 'build', '--config', 'hq/web/vite.config.ts'],
};

const stampOf = ({ name }) => join(root, 'out', `.built-${name}`);

/** Whether what stands is whole and made of these very sources. */
export function buildStands(build) {
  const stamp = stampOf(build);
  if (!existsSync(stamp) || !build.made.every((path) => existsSync(join(root, path)))) return false;
  return readFileSync(stamp, 'utf8') === hashOf(build.sources);
}

/** Builds anew, and stamps only what was built to the end. Null, or what failed. */
export async function makeBuild(build, { started }) {
  const wanted = hashOf(build.sources);
  rmSync(stampOf(build), { force: true });
  rmSync(join(root, build.folder), { recursive: true, force: true });
  const [bin, ...args] = build.tool;
  const path = join(root, 'node_modules', ...bin.split('/'));
  const done = await finish(node, [path, ...args, '--logLevel', 'warn'], { started });
  if (done.code !== 0) return problemIn('build', done.said);
  if (done.said.trim() !== '') console.error(done.said.trim());
  writeFileSync(stampOf(build), wanted);
  return null;
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of [...always, ...sources].flatMap((one) => filesUnder(one)))
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Paths of files, from the root on. */
function filesUnder(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(`${path}/${name}`));
}
