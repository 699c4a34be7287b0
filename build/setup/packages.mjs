import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { finish } from './child.mjs';
import { node, nodeIn, root, windows } from './place.mjs';
import { problemIn } from './problems.mjs';

const stamp = join(root, 'node_modules', '.comptoir-installed');
/** Changes with the way packages are installed: what another way left is not believed. */
const way = 2;
/** Compiled for the machine, and nothing starts without them. */
const compiled = ['better-sqlite3', '@node-rs/argon2', 'rolldown'];
const npmOptions =
  '--include=dev --include=optional --engine-strict=false --no-audit --no-fund --loglevel=http'.split(' ');

const lockText = () => readFileSync(join(root, 'package-lock.json'), 'utf8');
const lockedPackages = () => JSON.parse(lockText()).packages;

/** What the stamp says besides its files. The machine, because a folder may be carried to another one. */
const wanted = () => ({
  way,
  lock: createHash('sha256').update(lockText()).digest('hex'),
  machine: `${process.platform}-${process.arch}`,
});

/** What the last install left behind; a stamp of an older way is the bare hash of its lock file. */
function stamped() {
  if (!existsSync(stamp)) return { lock: null, files: [] };
  const text = readFileSync(stamp, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return { lock: text, files: [] };
  }
}

/** Whether all that the lock file names was installed, and what was loaded then is still as it was. */
export function packagesStand() {
  if (!existsSync(node)) return false;
  const { files, ...rest } = stamped();
  return JSON.stringify(rest) === JSON.stringify(wanted()) && files.every(isAsItWas);
}

function isAsItWas({ path, bytes, atMs }) {
  const now = statSync(join(root, path), { throwIfNoEntry: false });
  return now !== undefined && now.size === bytes && now.mtimeMs === atMs;
}

/** Installs what the lock file names and proves that it loads; only then is it stamped. Null, or what failed. */
export async function installPackages({ scratch, started, tell }) {
  if (stamped().lock === wanted().lock && (await proveAndStamp(started)) === null) return null;
  tell();
  rmSync(stamp, { force: true });
  const means = runsEveryPackage(process.versions.node) ? npmHere() : await newerNpm(scratch, started);
  if (means.problem) return means.problem;
  const installed = await runNpm(means, ['ci', ...npmOptions], { started });
  if (installed.code !== 0) return problemIn('install', installed.said);
  const problem = await proveAndStamp(started);
  // npm may fail and end well: what it said then knows more than what is missing.
  const cause = problem && problemIn('install', installed.said);
  if (cause !== null && cause.cause !== 'unknown') return cause;
  if (problem === null) rmSync(scratch, { recursive: true, force: true });
  return problem;
}

async function proveAndStamp(started) {
  const missing = missingPackages();
  if (missing.length > 0) return incomplete(missing.slice(0, 3).join(', '));
  const names = compiled.filter((name) => lockedPackages()[`node_modules/${name}`]);
  const probe = join(root, 'build', 'setup', 'probe.mjs');
  const probed = await finish(node, [probe, root, ...names], { started });
  if (probed.code !== 0) return incomplete(probed.said.trim());
  // A new file: the old one may be linked into another copy of this folder.
  rmSync(stamp, { force: true });
  writeFileSync(stamp, JSON.stringify({ ...wanted(), files: JSON.parse(probed.said) }));
  return null;
}

const incomplete = (said) => ({ step: 'install', cause: 'incomplete', path: null, said });

/**
 * npm leaves out, without a word, optional packages whose `engines` refuse the Node it runs on: those of our
 * build tools want ^20.19 or >=22.12.
 */
function runsEveryPackage(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

/** The npm that runs us, else the one of the path. */
function npmHere() {
  const given = process.env['npm_execpath'] ?? '';
  return basename(given) === 'npm-cli.js'
    ? { command: process.execPath, args: [given], first: [] }
    : { command: windows ? 'npm.cmd' : 'npm', args: [], first: [] };
}

/** Node and npm of the project in a folder of their own, fetched by the npm that is here: they install the rest. */
async function newerNpm(scratch, started) {
  mkdirSync(scratch, { recursive: true });
  writeFileSync(
    join(scratch, 'package.json'),
    JSON.stringify({ private: true, allowScripts: { node: true } }),
  );
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = [`node@${lockedPackages()['node_modules/node'].version}`, packageManager];
  const fetched = await runNpm(npmHere(), ['install', '--no-save', ...npmOptions, ...names], {
    started,
    cwd: scratch,
  });
  if (fetched.code !== 0) return { problem: problemIn('install', fetched.said) };
  const command = nodeIn(scratch);
  if (!existsSync(command)) return { problem: incomplete('node') };
  const npm = join(scratch, 'node_modules', 'npm', 'bin', 'npm-cli.js');
  // First in the path, for the scripts of packages that call node or npm by name.
  return { command, args: [npm], first: [dirname(command), join(scratch, 'node_modules', '.bin')] };
}

function runNpm({ command, args, first }, more, options) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [...first, process.env[name] ?? ''].join(delimiter);
  // Windows refuses to start a .cmd without a shell.
  const shell = command.endsWith('.cmd');
  return finish(command, [...args, ...more], { env: { ...process.env, [name]: path }, shell, ...options });
}

/** What the lock file wants on this machine and is not there: npm ends well without some of it. */
function missingPackages() {
  const { glibcVersionRuntime } = process.report.getReport().header;
  const here = { os: process.platform, cpu: process.arch, libc: glibcVersionRuntime ? 'glibc' : 'musl' };
  return Object.entries(lockedPackages())
    .filter(([path, { link, optional, cpu }]) => path !== '' && !link && (!optional || cpu))
    .filter(([, wants]) => Object.entries(here).every(([what, value]) => allows(wants[what], value)))
    .map(([path]) => path.slice('node_modules/'.length))
    .filter((name) => !existsSync(join(root, 'node_modules', name, 'package.json')));
}

/** `os`, `cpu` and `libc` of a package: names, or names with a `!` that are refused. */
const allows = (names, value) =>
  names === undefined ||
  (!names.includes(`!${value}`) && (names.includes(value) || names.every((name) => name.startsWith('!'))));
