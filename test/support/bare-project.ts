import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '#build/paths.ts';
import { temporaryFolderUntil } from './folders.ts';

// The real scripts in a folder of their own, with packages so small that a stand-in for npm can make them.
const fakeVite = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
mkdirSync('out/hq-web', { recursive: true });
writeFileSync('out/hq-web/index.html', readFileSync('hq/web/page.ts'));
if (readFileSync('hq/web/page.ts', 'utf8') === 'wrong') {
  console.error('page.ts is wrong');
  process.exit(1);
}
`;
const fakeNpm = `
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
const mode = existsSync('npm-mode') ? readFileSync('npm-mode', 'utf8') : 'whole';
appendFileSync('npm-runs', process.argv.slice(2, 3) + ' ' + mode + '\\n');
// Some versions of npm say this and end as if all were well.
if (mode === 'ends-well-without-network') {
  console.error('npm http fetch GET here attempt 3 failed with EAI_AGAIN\\nnpm error Exit handler never called!');
  process.exit(0);
}
if (/^[A-Z]/.test(mode)) {
  console.error('npm error code ' + mode + '\\nnpm error path /somewhere');
  process.exit(1);
}
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/node/bin', { recursive: true });
writeFileSync('node_modules/node/package.json', '{}');
symlinkSync(process.execPath, 'node_modules/node/bin/node');
mkdirSync('node_modules/vite/bin', { recursive: true });
writeFileSync('node_modules/vite/package.json', '{"type":"module"}');
writeFileSync('node_modules/vite/bin/vite.js', process.env.FAKE_VITE);
if (mode === 'slow' || mode === 'hangs')
  await new Promise((resolve) => setTimeout(resolve, mode === 'slow' ? 1500 : 600_000));
if (mode === 'leaves-out') process.exit(0);
mkdirSync('node_modules/@node-rs/argon2', { recursive: true });
writeFileSync('node_modules/@node-rs/argon2/package.json', '{"main":"index.js"}');
writeFileSync('node_modules/@node-rs/argon2/index.js', 'module.exports = require("./binding.node")');
if (mode === 'broken') writeFileSync('node_modules/@node-rs/argon2/binding.node', 'torn');
else copyFileSync(process.env.REAL_BINDING, 'node_modules/@node-rs/argon2/binding.node');
`;
/** Something really compiled for this machine, to stand in the packages. */
function realBinding(): string {
  const folder = join(root, 'node_modules/@node-rs');
  const found = readdirSync(folder)
    .filter((name) => name.startsWith('argon2-'))
    .flatMap((name) => readdirSync(join(folder, name)).map((file) => join(folder, name, file)))
    .find((file) => file.endsWith('.node'));
  if (!found) throw new Error('no compiled argon2 here');
  return found;
}

const sources = {
  'domain/rule.ts': '1',
  'paper/words.ts': '1',
  'hq/web/page.ts': '1',
  'hq/web/vite.config.ts': '1',
  'build/tsconfig.base.json': '{}',
};

export const lock = {
  packages: {
    '': {},
    'node_modules/node': { version: '24.0.0' },
    'node_modules/@node-rs/argon2': { optional: true, cpu: [process.arch] },
    'node_modules/@other/platform': { optional: true, cpu: ['none'] },
  },
};

export interface BareProject {
  readonly folder: string;
  /** Runs a command of the project to its end. `verify` needs packages, `hq` a built page too. */
  readonly run: (...args: string[]) => Promise<{ code: number | null; said: string }>;
  readonly start: (command: string) => ChildProcess;
  /** What npm does from now on. */
  readonly npm: (mode: string) => void;
  readonly npmRuns: () => readonly string[];
  readonly stamped: () => boolean;
}

export function bareProject(): BareProject {
  const folder = temporaryFolderUntil(onTestFinished);
  mkdirSync(join(folder, 'build'));
  for (const name of ['run.mjs', 'setup.mjs', 'setup'])
    cpSync(join(root, 'build', name), join(folder, 'build', name), { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ type: 'module', packageManager: 'npm@11.0.0' }),
  );
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  for (const command of ['verify', 'hq'])
    writeFileSync(join(folder, `build/${command}.ts`), "console.log('ran');\n");
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'npm'));
  writeFileSync(join(folder, 'npm/npm-cli.js'), fakeNpm);
  writeFileSync(join(folder, 'npm/package.json'), JSON.stringify({ type: 'module' }));
  const env = {
    ...process.env,
    npm_execpath: join(folder, 'npm/npm-cli.js'),
    REAL_BINDING: realBinding(),
    FAKE_VITE: fakeVite,
    LC_ALL: 'en_GB.UTF-8',
  };
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [join(folder, 'build/run.mjs'), ...args], { cwd: folder, env });
  return {
    folder,
    start,
    run: (...args) => ended(start(...args)),
    npm: (mode) => writeFileSync(join(folder, 'npm-mode'), mode),
    npmRuns: () =>
      existsSync(join(folder, 'npm-runs'))
        ? readFileSync(join(folder, 'npm-runs'), 'utf8').trim().split('\n')
        : [],
    stamped: () => existsSync(join(folder, 'node_modules/.comptoir-installed')),
  };
}

export const ended = (child: ChildProcess): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    let said = '';
    child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    child.on('close', (code) => resolve({ code, said }));
  });
