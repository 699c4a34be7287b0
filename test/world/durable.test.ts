import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#test/support/database.ts';

const loop = join(import.meta.dirname, 'selling-loop.ts');
const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path));

test.skipIf(strace === undefined)('the kernel is told to write to the disk before a sale is answered', () => {
  const folder = temporaryFolder();
  const trace = join(folder, 'trace');
  const sales = 12;
  const args = [
    '-f',
    '-e',
    'trace=fdatasync,fsync,write',
    '-s',
    '24',
    '-o',
    trace,
    process.execPath,
    loop,
    folder,
    String(sales),
  ];
  const done = spawnSync(strace ?? '', args, { encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  // Between the question and the answer of each sale, in the order the kernel saw them.
  const answered: boolean[] = [];
  let synced = false;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/write\(1, "asking /.test(line)) synced = false;
    else if (/(?:fdatasync|fsync)(?:\(\d+\)| resumed>.*)\s+= 0/.test(line)) synced = true;
    else if (/write\(1, "sold /.test(line)) answered.push(synced);
  }
  expect(answered).toEqual(Array.from({ length: sales }, () => true));
});
