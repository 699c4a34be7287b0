// `npm start`, `npm test`, …: sets up what is missing, then runs the command on the project's Node.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildApplication, buildHeadquarters, installPackages, node, root } from './setup.mjs';

const application = [buildApplication];
const commands = {
  start: { file: 'build/start.ts', needs: application },
  test: { file: 'build/test.ts', needs: [buildApplication, buildHeadquarters] },
  check: { file: 'build/check.ts', needs: [buildApplication, buildHeadquarters] },
  demo: { file: 'build/demo.ts', needs: [buildHeadquarters] },
  faults: { file: 'build/faults.ts', needs: application },
  bench: { file: 'test/bench/run.ts', needs: application },
  screens: { file: 'test/screens/run.ts', needs: [buildApplication, buildHeadquarters] },
  printer: { file: 'build/printer.ts', needs: [] },
  scanner: { file: 'build/scanner.ts', needs: [] },
  verify: { file: 'build/verify.ts', needs: [] },
  hq: { file: 'build/hq.ts', needs: [buildHeadquarters] },
  package: { file: 'build/package.ts', needs: application },
};

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`Unknown command. One of: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
installPackages();
for (const build of command.needs) build();
const child = spawn(node, [join(root, command.file), ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
