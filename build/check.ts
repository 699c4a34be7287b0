import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.ts';

const bin = join(root, 'node_modules/.bin');
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', join(bin, 'tsc'), '-b'],
  ['lint', join(bin, 'oxlint'), '--type-aware'],
  ['format', join(bin, 'oxfmt'), '--check'],
  ['dead code', join(bin, 'knip'), '--config', 'build/knip.json'],
  ['tests', process.execPath, join(root, 'build/test.ts')],
];

for (const [name, command, ...args] of steps) {
  console.log(`— ${name}`);
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error(`${name} failed`);
    process.exit(done.status ?? 1);
  }
}
