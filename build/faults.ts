import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.ts';

// The long fault runs: `npm run faults -- 200` kills the till 200 times. `npm test` holds a short sample of each.
const [count = '100', ...rest] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count)) {
  console.error(`“${count}” is not a number of times: npm run faults -- 200`);
  process.exit(1);
}
const done = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    join(root, 'build/vitest.config.ts'),
    '--project=faults',
    ...rest,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, COMPTOIR_FAULTS: count } },
);
process.exit(done.status ?? 1);
