import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whyNoChromium } from './chromium.ts';
import { electronDist } from './electron.ts';
import { outFolder, root } from './paths.ts';

// Every test, then one line that says how many passed. Arguments go to vitest, so one file can be run alone.
const report = join(outFolder, 'tests.json');
mkdirSync(outFolder, { recursive: true });
rmSync(report, { force: true });

const electron = electronDist();
const hasScreen = process.env['DISPLAY'] !== undefined || process.platform !== 'linux';
const canDraw = hasScreen || existsSync('/usr/bin/xvfb-run');
const skipped = [
  ...(electron === null
    ? ['the desktop window (no Electron here: set ELECTRON_DIST or let npm fetch it)']
    : []),
  ...(electron !== null && !canDraw ? ['the desktop window (no screen and no xvfb-run)'] : []),
];
const noChromium = await whyNoChromium();
if (noChromium !== null) skipped.push(`the page in a browser (${noChromium})`);
const hasCups = existsSync('/usr/lib/cups/daemon');
const hasWine = hasCups && spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0;

const vitest = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  join(root, 'build/vitest.config.ts'),
  ...(electron !== null && canDraw ? [] : ['--project=!electron']),
  ...(noChromium === null ? [] : ['--project=!e2e']),
  ...(hasWine ? [] : ['--project=!wine']),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const [command, args] =
  hasScreen || !canDraw ? [process.execPath, vitest] : ['xvfb-run', ['-a', process.execPath, ...vitest]];
const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });

const counted = existsSync(report)
  ? (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number })
  : { numPassedTests: 0, numFailedTests: 1 };
if (!existsSync('/usr/bin/strace')) skipped.push('the trace of system calls (no strace here)');
if (spawnSync('/usr/bin/python3', ['-c', 'import cryptography'], { stdio: 'ignore' }).status !== 0)
  skipped.push('the second verifier (no python3 with its cryptography package here)');
if (!hasCups) skipped.push('printing through CUPS (no cupsd here)');
if (!hasWine) skipped.push('printing through Windows (no wine with CUPS here)');
for (const what of skipped) console.log(`Not run: ${what}.`);
console.log(`${counted.numPassedTests} passed, ${counted.numFailedTests} failed`);
process.exit(done.status ?? 1);
