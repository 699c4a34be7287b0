import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '#build/paths.ts';
import { temporaryFolder } from '#test/support/database.ts';

/** Runs a command to its end; what it said, without a stack and without the system's own words. */
function said(command: 'hq' | 'printer' | 'scanner' | 'faults', args: readonly string[], env = {}) {
  const file = join(root, 'build', `${command}.ts`);
  const done = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, ...env },
  });
  return { code: done.status, lines: `${done.stdout}${done.stderr}`.trim().split('\n') };
}

test('a command of headquarters that cannot be meant says why, and ends', () => {
  const folder = temporaryFolder();
  const data = ['--data', join(folder, 'hq')];
  writeFileSync(join(folder, 'file'), '');
  const gone = join(folder, 'gone');
  expect([
    said('hq', ['serve', '--port', 'abc', ...data]),
    said('hq', ['serve', '--prot', '80', ...data]),
    said('hq', ['serve', '--data']),
    said('hq', ['serve', '--data', join(gone, 'hq')]),
    said('hq', ['serve', '--data', join(folder, 'file', 'hq')]),
    said('hq', ['import', gone, ...data]),
    said('hq', ['enrol', '--foo', ...data]),
  ]).toEqual([
    { code: 1, lines: ['“abc” is not a port: give a number from 0 to 65535 after --port.'] },
    { code: 1, lines: ["Unknown option '--prot'"] },
    { code: 1, lines: ['--data takes a folder.'] },
    { code: 1, lines: [`${gone} does not exist.`, 'Check its name, or plug in the drive that holds it.'] },
    {
      code: 1,
      lines: [
        `A file stands where a folder is needed: ${join(folder, 'file', 'hq')}`,
        'Move it, or choose another folder.',
      ],
    },
    { code: 1, lines: [`${gone} does not exist.`, 'Check its name, or plug in the drive that holds it.'] },
    { code: 1, lines: ["Unknown option '--foo'"] },
  ]);
});

test('a busy port and a database that does not answer are told, and the first password all the same', async () => {
  const folder = temporaryFolder();
  const busy = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void busy.close());
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as { readonly port: number };
  const data = ['--data', join(folder, 'hq')];
  const [password = '', ...lines] = said('hq', ['serve', '--port', String(port), ...data]).lines;
  expect(password).toMatch(/^first account: siege {2}one-time password: \S+$/);
  expect(lines).toEqual([`Port ${port} is taken by another program.`, 'Choose another with --port.']);
  const away = { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' };
  expect(said('hq', ['verify', ...data], away)).toEqual({
    code: 1,
    lines: ['The database does not answer at 127.0.0.1.', 'Start PostgreSQL, or correct DATABASE_URL.'],
  });
});

test('the other commands say what they cannot mean', () => {
  expect([
    said('printer', ['--port', 'abc']),
    said('scanner', ['--what']),
    said('faults', ['often']),
  ]).toEqual([
    { code: 1, lines: ['This is no port.', 'Give a number from 0 to 65535.'] },
    { code: 1, lines: ["Unknown option '--what'"] },
    { code: 1, lines: ['“often” is not a number of times: npm run faults -- 200'] },
  ]);
});
