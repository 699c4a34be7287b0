import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { outFolder, root } from './paths.ts';

/** Which Chromium the tests, the pictures and the measures take: `COMPTOIR_BROWSER`. Unset: whichever starts. */
type Choice = 'installed' | 'carried';

interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

// Never the carried one's own list of switches: it is made for another place, and takes away the web's
// security (no Origin header, so every call is refused) and the processes (a page that ends, ends all).
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

// The machine's fonts, and the one it carries for a machine that has none.
const fonts = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const installedPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium without a window: the installed one if it starts, else the one that npm carries. @throws why none does */
export async function launchChromium(): Promise<Browser> {
  const why: string[] = [];
  for (const find of kindsToTry(process.env['COMPTOIR_BROWSER'])) {
    try {
      const { path, env } = find();
      return await chromium.launch({ executablePath: path, args: switches, env: { ...process.env, ...env } });
    } catch (error) {
      why.push(firstLine(error));
    }
  }
  throw new Error(`No Chromium starts on this machine: ${why.join('; ')}`);
}

/** Null where a browser starts, else why none does. */
export async function whyNoChromium(): Promise<string | null> {
  try {
    const browser = await launchChromium();
    await browser.close();
    return null;
  } catch (error) {
    return firstLine(error);
  }
}

function kindsToTry(asked: string | undefined): readonly (() => Chromium)[] {
  const kinds: Readonly<Record<Choice, () => Chromium>> = {
    installed: installedChromium,
    carried: carriedChromium,
  };
  if (asked === 'installed' || asked === 'carried') return [kinds[asked]];
  if (asked) throw new Error(`COMPTOIR_BROWSER is installed or carried, not ${asked}`);
  return [kinds.installed, kinds.carried];
}

function installedChromium(): Chromium {
  const path = installedPaths.find((one) => existsSync(one));
  if (!path) throw new Error('none is installed');
  return { path, env: {} };
}

/** The Chromium that npm carries, unpacked once, with what a machine without fonts or libraries lacks. */
export function carriedChromium(into = outFolder): Chromium {
  const folder = unpackedOnce(into);
  const path = join(folder, 'chromium');
  const own = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // The libraries beside it are for a machine that has none: another's would rather be used.
  const alone = spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
  return { path, env: alone ? own : { ...own, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } };
}

/** Unpacks aside and renames when whole: a half one is never taken, and of two at once the first stands. */
function unpackedOnce(into: string): string {
  const carrier = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(carrier, 'package.json'), 'utf8')) as { version: string };
  const folder = join(into, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(into, { recursive: true });
  const aside = mkdtempSync(join(into, 'unpacking-chromium-'));
  try {
    // It unpacks into the temporary folder, and its libraries only where it takes itself to be at home.
    const program = "await (await import('@sparticuz/chromium')).default.executablePath()";
    const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    if (done.status !== 0)
      throw new Error(`the carried one could not be unpacked: ${whatItSaid(done.stderr)}`);
    writeFileSync(join(aside, 'fonts.conf'), fonts);
    moveInPlace(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

function moveInPlace(aside: string, folder: string): void {
  try {
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

const whatItSaid = (stderr: string): string =>
  linesOf(stderr).find((line) => /^\w*Error/.test(line)) ?? linesOf(stderr).at(-1) ?? 'nothing was said';
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
const firstLine = (error: unknown): string =>
  linesOf(error instanceof Error ? error.message : String(error))[0] ?? 'nothing was said';
