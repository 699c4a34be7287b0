// `npm start`, `npm test`, …: sets up what is missing, then runs the command on the project's Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setUp } from './setup.mjs';
import { application, headquarters } from './setup/builds.mjs';
import { node, root } from './setup/place.mjs';

const commands = {
  start: { file: 'build/start.ts', needs: [application] },
  test: { file: 'build/test.ts', needs: [application, headquarters] },
  check: { file: 'build/check.ts', needs: [application, headquarters] },
  demo: { file: 'build/demo.ts', needs: [headquarters] },
  faults: { file: 'build/faults.ts', needs: [application] },
  bench: { file: 'test/bench/run.ts', needs: [application] },
  mutants: { file: 'build/mutants.ts', needs: [] },
  screens: { file: 'test/screens/run.ts', needs: [application, headquarters] },
  printer: { file: 'build/printer.ts', needs: [] },
  scanner: { file: 'build/scanner.ts', needs: [] },
  verify: { file: 'build/verify.ts', needs: [] },
  hq: { file: 'build/hq.ts', needs: [headquarters] },
  package: { file: 'build/package.ts', needs: [application] },
};

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Unknown command. One of: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
const problem = await setUp(command.needs, args);
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
const child = spawn(node, [join(root, command.file), ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
