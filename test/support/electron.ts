import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from 'playwright-core';
import { root, version } from '#build/paths.ts';

/** Puts the built application where a runtime of its own finds it, with the addons built for that runtime. */
export function stageElectron(dist: string): { readonly executable: string; readonly remove: () => void } {
  // Beside the runtime, so that hard links are possible and nothing is copied twice.
  const stage = mkdtempSync(join(process.env['ELECTRON_STAGE'] ?? tmpdir(), 'comptoir-electron-'));
  try {
    execFileSync('cp', ['-al', `${dist}/.`, stage], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-a', `${dist}/.`, stage]);
  }
  const app = join(stage, 'resources/app');
  mkdirSync(join(app, 'node_modules/@node-rs'), { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'comptoir', version, type: 'module', main: 'out/app/main/index.js' }),
  );
  cpSync(join(root, 'out/app'), join(app, 'out/app'), { recursive: true });
  cpSync(join(root, 'db/migrations'), join(app, 'db/migrations'), { recursive: true });
  const addons = join(dist, 'addons/node_modules');
  const modules = join(root, 'node_modules');
  for (const name of ['better-sqlite3', 'bindings', 'file-uri-to-path'])
    for (const from of [addons, modules])
      if (existsSync(join(from, name)) && !existsSync(join(app, 'node_modules', name)))
        cpSync(join(from, name), join(app, 'node_modules', name), { recursive: true });
  for (const name of ['argon2', 'argon2-linux-x64-gnu'])
    if (existsSync(join(modules, '@node-rs', name)))
      cpSync(join(modules, '@node-rs', name), join(app, 'node_modules/@node-rs', name), { recursive: true });
  for (const name of readdirSync(modules).filter((one) => hardware.test(one)))
    cpSync(join(modules, name), join(app, 'node_modules', name), { recursive: true });
  return {
    executable: join(stage, 'electron'),
    // A process that is ending may still write its profile.
    remove: () => rmSync(stage, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

/** Packages of printers and scanners: each is loaded only once it is needed. */
const hardware = /^(?:serialport|@serialport|debug|ms|node-gyp-build|node-hid|pkg-prebuilds|koffi|@koromix)$/;

/** Starts the staged till and waits for its page. */
export async function launchTill(
  executable: string,
  args: readonly string[],
): Promise<{ readonly electron: ElectronApplication; readonly page: Page }> {
  // Its own profile, beside it: a till that is open elsewhere on this machine would end this one at once.
  const profile = `--user-data-dir=${join(dirname(executable), 'profile')}`;
  const electron = await _electron.launch({
    executablePath: executable,
    args: ['--no-sandbox', profile, ...args],
    // What is said before the till's own setting can be read follows the system.
    env: { ...process.env, LC_ALL: 'fr_FR.UTF-8' },
    timeout: 60_000,
  });
  const page = await electron.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { electron, page };
}
