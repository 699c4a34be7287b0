import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { root } from '#build/paths.ts';
import { usbRig, usbRigFolder } from './usb-rig.ts';

const app = join(usbRigFolder, 'app');
const modules = join(root, 'node_modules');
const addons = ['serialport', 'node-hid'];

export interface Told {
  readonly check: string;
  readonly ok: boolean;
}

/** Runs a program of ours in the virtual machine, to its end; gives what it told. */
export async function inMachine(source: string): Promise<readonly Told[]> {
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  for (const name of new Set(addons.flatMap(withDependencies)))
    cpSync(join(modules, name), join(app, 'node_modules', name), { recursive: true });
  await bundle(source);
  const { stdout } = await promisify(execFile)('bash', [usbRig, app, usbRigFolder], {
    env: { ...process.env, NODE_BIN: join(modules, 'node/bin/node') },
    maxBuffer: 16 * 1_024 * 1_024,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('T> '))
    .map((line) => JSON.parse(line.slice(3)) as Told);
}

function withDependencies(name: string): string[] {
  const manifest = join(modules, name, 'package.json');
  if (!existsSync(manifest)) return [];
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return [name, ...Object.keys(dependencies).flatMap(withDependencies)];
}

/** One file of CommonJS with everything in it but the native addons. */
async function bundle(source: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true, external: addons },
    build: {
      ssr: source,
      outDir: app,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'test.cjs', codeSplitting: false } },
    },
  });
}
