import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '#build/paths.ts';
import { temporaryFolderUntil } from '#test/support/folders.ts';

const carriedHere = process.platform === 'linux' && process.arch === 'x64';
const program = `
  const { carriedChromium } = await import(${JSON.stringify(join(root, 'build/chromium.ts'))});
  console.log(JSON.stringify(carriedChromium(process.argv[1])));
`;

/** What a process of its own makes of the carried Chromium in this folder. */
const carriedIn = async (folder: string): Promise<{ path: string; env: Record<string, string> }> => {
  const args = ['--input-type=module', '--eval', program, folder];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return JSON.parse(stdout) as { path: string; env: Record<string, string> };
};

test.runIf(carriedHere)(
  'two commands that unpack the carried Chromium at once, beside a half-unpacked one, both get a whole one',
  async () => {
    const folder = temporaryFolderUntil(onTestFinished);
    mkdirSync(join(folder, 'unpacking-chromium-killed'));
    writeFileSync(join(folder, 'unpacking-chromium-killed/chromium'), 'half');
    const [one, other] = await Promise.all([carriedIn(folder), carriedIn(folder)]);
    expect(one).toEqual(other);
    const { status } = spawnSync(one.path, ['--version'], { env: { ...process.env, ...one.env } });
    expect({ status, left: readdirSync(folder).length }).toEqual({ status: 0, left: 2 });
  },
);
